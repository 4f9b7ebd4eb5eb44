"""What no validator sees, or not in each case: faults of a tagged PDF, each by its code."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pikepdf import Array, Name, Pdf
from tests.pack.structure import Node, Pages, drawn, nodes, opened, root

LANGUAGES = {"cy-GB", "en-GB"}
INSIDE = {
    "Table": {"TR", "Caption"},
    "TR": {"TH", "TD"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI"},
    "TOCI": {"Reference", "TOC"},
    "Reference": {"Link"},
}
"""What may stand inside what."""
FILE_NAME = re.compile(r"\.\w{3,4}$")
MANY_PAGES = 10
"""From which a file needs bookmarks."""


def faults(content: bytes) -> set[str]:
    """The codes of all faults of a file; none of a good one."""
    with opened(content) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return {"no-tree"}
        elements = list(nodes(root(pdf)))
        found = set(_of_catalog(pdf))
        pages = drawn(pdf)
        found.update(_of_marks(pdf, pages, elements))
        found.update(_of_annotations(pdf, elements))
        found.update(_of_headings(pdf, pages, elements))
        for node in elements:
            found.update(_of_element(node))
        return found


def _of_catalog(pdf: Pdf) -> Iterator[str]:
    if not pdf.Root.get("/MarkInfo", {}).get("/Marked"):
        yield "not-marked"
    if not pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "display-title"
    if str(pdf.Root.get("/Lang", "")) not in LANGUAGES:
        yield "no-doc-lang"
    xmp = pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
    if "<dc:title><rdf:Alt><rdf:li" not in xmp:
        yield "xmp-title"
    if "<pdfuaid:part>1<" not in xmp:
        yield "pdfuaid"
    if any(page.obj.get("/Tabs") != Name.S for page in pdf.pages):
        yield "tabs"
    if len(pdf.pages) > MANY_PAGES and "/Outlines" not in pdf.Root:
        yield "no-outlines"


def _of_marks(pdf: Pdf, pages: Pages, elements: list[Node]) -> Iterator[str]:
    """Marks on the pages and in the tree are the same, and each leads to its element and back."""
    yield from pages.faults
    owners = [(key, node) for node in elements for key in node.stretches(pdf)]
    if Counter(key for key, _ in owners) != Counter(pages.words.keys()):
        yield "dangling-mcid"
    back = _back(pdf)
    for place, page in enumerate(pdf.pages):
        marks = [key for key in pages.words if key[0] == place]
        if page.obj.get("/StructParents") not in back or (
            len(back[int(page.obj.StructParents)]) != len(marks)
        ):
            yield "parent-tree"
    for (place, mark), node in owners:
        parents = back.get(int(pdf.pages[place].obj.get("/StructParents", -1)), [])
        if mark >= len(parents) or parents[mark].objgen != node.object.objgen:
            yield "parent-tree"


def _back(pdf: Pdf) -> dict[int, Any]:
    """The tree from what is drawn to its elements, by its keys."""
    tree = pdf.Root.StructTreeRoot.get("/ParentTree", {})
    numbers = list(tree.get("/Nums", Array()))
    return {int(key): each for key, each in zip(numbers[::2], numbers[1::2], strict=True)}


def _of_annotations(pdf: Pdf, elements: list[Node]) -> Iterator[str]:
    told = {note.objgen: node for node in elements for note in node.annotations()}
    back = _back(pdf)
    for page in pdf.pages:
        for note in page.obj.get("/Annots", Array()):
            node = told.get(note.objgen)
            if node is None:
                yield "link-no-objr"
            elif node.kind != "Link":
                yield "link-untagged"
            if not str(note.get("/Contents", "")).strip():
                yield "link-contents"
            owner = back.get(int(note.get("/StructParent", -1)))
            if node and (owner is None or owner.objgen != node.object.objgen):
                yield "annot-parent"


def _of_headings(pdf: Pdf, pages: Pages, elements: list[Node]) -> Iterator[str]:
    levels = [0]
    for node in elements:
        if re.fullmatch(r"H\d", node.kind):
            levels.append(int(node.kind[1]))
            keys = [key for each in nodes(node) for key in each.stretches(pdf)]
            words = [pages.words.get(key, "") for key in keys]
            if not "".join(words).strip():
                yield "empty-heading"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "heading-skip"
    if levels.count(1) != sum(node.kind == "Part" for node in elements):
        yield "no-title"


def _of_element(node: Node) -> Iterator[str]:
    if str(node.object.get("/Lang", "")) not in LANGUAGES:
        yield "lang"
    if node.object.P.objgen != node.parent.objgen:
        yield "parent"
    kinds = [each.kind for each in node.elements()]
    if node.kind in INSIDE and (not kinds or not INSIDE[node.kind].issuperset(kinds)):
        yield f"{node.kind}-kids"
    match node.kind:
        case "LI" if "LBody" not in kinds:
            yield "li"
        case "L" if any("Lbl" in _kinds(each) for each in node.elements()):
            if _attribute(node, "List", "ListNumbering") is None:
                yield "list-numbering"
        case "TH" if _attribute(node, "Table", "Scope") not in {"/Row", "/Column"}:
            yield "scope"
        case "Table":
            yield from _of_table(node)
        case "Figure":
            yield from _of_figure(node)


def _of_table(node: Node) -> Iterator[str]:
    rows = [_kinds(row) for row in node.elements() if row.kind == "TR"]
    if len({len(row) for row in rows}) != 1:
        yield "irregular-table"
    if not any("TH" in row for row in rows):
        yield "no-th"


def _of_figure(node: Node) -> Iterator[str]:
    alt = str(node.object.get("/Alt", "")).strip()
    if not alt:
        yield "alt"
    if FILE_NAME.search(alt):
        yield "alt-filename"
    box = _attribute(node, "Layout", "BBox")
    if box is None or box[2] <= box[0] or box[3] <= box[1]:
        yield "bbox"


def _kinds(node: Node) -> list[str]:
    return [each.kind for each in node.elements()]


def _attribute(node: Node, owner: str, name: str) -> Any:
    given = node.object.get("/A", Array())
    for each in given if isinstance(given, Array) else [given]:
        if Name(f"/{owner}") == each.O and f"/{name}" in each:
            value = each[f"/{name}"]
            return str(value) if isinstance(value, Name) else [float(x) for x in value]
    return None
