"""Each fault that a tagged PDF can have is seen by the gate that is there for it."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf import Array, Name, Pdf, String
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table
from tests.pack import gates
from tests.pack.builders import TODAY, pack, rich_day
from tests.pack.structure import Node, kids, kind_of, nodes, opened, root, saved

from gweithdy.pack.document import Document
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.fonts import REGULAR, letters
from gweithdy.pack.pdf.tagged import UntaggedError
from gweithdy.pack.writing import written

Fault = Callable[[Pdf], None]
FAULTS: list[tuple[str, Fault, str]] = []
"""Its name, how it is made, and the gate that sees it with what that says of it."""


def seen_by(gate: str) -> Callable[[Fault], Fault]:
    def kept(fault: Fault) -> Fault:
        FAULTS.append((fault.__name__, fault, gate))
        return fault

    return kept


def first(pdf: Pdf, kind: str, place: int = 0) -> Node:
    return [node for node in nodes(root(pdf)) if node.kind == kind][place]


def in_page(pdf: Pdf, old: bytes, new: bytes, place: int = 2) -> None:
    """Change the first drawing commands of a page that look like `old`."""
    page = pdf.pages[place].obj
    drawn, times = re.subn(old, new, page.Contents.read_bytes(), count=1)
    assert times == 1
    page.Contents = pdf.make_stream(drawn)


def parents(pdf: Pdf) -> Array:
    return pdf.Root.StructTreeRoot.ParentTree.Nums


def in_xmp(pdf: Pdf, old: bytes) -> None:
    properties = pdf.Root.Metadata.read_bytes()
    assert old in properties
    stream = pdf.make_stream(properties.replace(old, b""), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = stream


@seen_by("tree: display-title")
def the_title_is_not_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@seen_by("tree: not-marked")
def it_does_not_say_that_it_is_tagged(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


@seen_by("tree: no-tree")
def there_is_no_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


@seen_by("tree: no-doc-lang")
def the_file_has_no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


@seen_by("tree: lang")
def an_element_has_no_language(pdf: Pdf) -> None:
    del first(pdf, "P").object.Lang


@seen_by("model: model")
def a_paragraph_speaks_the_wrong_language(pdf: Pdf) -> None:
    first(pdf, "P", 3).object.Lang = String("en-GB")


@seen_by("model: model")
def words_of_the_other_language_are_no_span(pdf: Pdf) -> None:
    first(pdf, "Span").object.Lang = String("cy-GB")


@seen_by("tree: parent")
def an_element_names_another_parent(pdf: Pdf) -> None:
    first(pdf, "H2").object.P = first(pdf, "Table").object


@seen_by("tree: alt")
def a_figure_has_no_words(pdf: Pdf) -> None:
    del first(pdf, "Figure").object.Alt


@seen_by("tree: alt-filename")
def a_figure_has_the_name_of_a_file(pdf: Pdf) -> None:
    first(pdf, "Figure").object.Alt = String("chart.png")


@seen_by("tree: bbox")
def a_figure_has_no_place(pdf: Pdf) -> None:
    del first(pdf, "Figure").object.A


@seen_by("tree: heading-skip")
def a_level_of_headings_is_left_out(pdf: Pdf) -> None:
    first(pdf, "H3").object.S = Name.H5


@seen_by("tree: no-title")
def the_title_is_a_paragraph(pdf: Pdf) -> None:
    first(pdf, "H1").object.S = Name.P


@seen_by("tree: empty-heading")
def a_heading_is_empty(pdf: Pdf) -> None:
    del first(pdf, "H2", 1).object.K


@seen_by("tree: link-contents")
def a_link_does_not_say_where_it_leads(pdf: Pdf) -> None:
    del pdf.pages[2].obj.Annots[0].Contents


@seen_by("tree: link-no-objr")
def a_link_is_not_in_the_tree(pdf: Pdf) -> None:
    link = first(pdf, "Link", 1).object
    link.K = Array([kid for kid in kids(link) if isinstance(kid, int)])


@seen_by("tree: link-untagged")
def a_link_is_a_span(pdf: Pdf) -> None:
    first(pdf, "Link").object.S = Name.Span


@seen_by("tree: annot-parent")
def a_link_belongs_to_another_element(pdf: Pdf) -> None:
    notes = pdf.pages[2].obj.Annots
    notes[0].StructParent = notes[1].StructParent


@seen_by("tree: L-kids")
def a_list_holds_a_paragraph(pdf: Pdf) -> None:
    first(pdf, "LI").object.S = Name.P


@seen_by("tree: li")
def an_item_has_no_body(pdf: Pdf) -> None:
    item = first(pdf, "LI", 2).object
    item.K = Array([kid for kid in kids(item) if kind_of(kid) != "LBody"])


@seen_by("tree: list-numbering")
def bullets_are_not_told(pdf: Pdf) -> None:
    lists = [node for node in nodes(root(pdf)) if node.kind == "L" and "/A" in node.object]
    del lists[0].object.A


@seen_by("tree: dangling-mcid")
def an_element_claims_what_was_not_drawn(pdf: Pdf) -> None:
    first(pdf, "H2", 2).object.K = 999


@seen_by("tree: dangling-mcid")
def two_elements_claim_the_same_words(pdf: Pdf) -> None:
    one, other = first(pdf, "H2", 2).object, first(pdf, "H2", 3).object
    other.K, other.Pg = one.K, one.Pg


@seen_by("model: model")
def two_paragraphs_change_places(pdf: Pdf) -> None:
    inside = first(pdf, "Sect", 1).object.K
    inside[1], inside[2] = inside[2], inside[1]


@seen_by("tree: parent-tree")
def the_way_back_is_swapped(pdf: Pdf) -> None:
    page = parents(pdf)[5]
    page[0], page[1] = page[1], page[0]


@seen_by("tree: parent-tree")
def the_way_back_is_missing_for_a_page(pdf: Pdf) -> None:
    del pdf.pages[2].obj.StructParents


@seen_by("tree: tabs")
def tab_does_not_follow_the_tree(pdf: Pdf) -> None:
    del pdf.pages[2].obj.Tabs


@seen_by("tree: pdfuaid")
def it_does_not_say_that_it_is_accessible(pdf: Pdf) -> None:
    in_xmp(pdf, b"<pdfuaid:part>1</pdfuaid:part>")


@seen_by("tree: irregular-table")
def a_row_lacks_a_cell(pdf: Pdf) -> None:
    row = first(pdf, "TR", 1).object
    row.K = Array(list(row.K)[:1])


@seen_by("tree: no-th")
def a_table_has_no_heads(pdf: Pdf) -> None:
    for node in nodes(first(pdf, "Table", 1)):
        if node.kind == "TH":
            node.object.S = Name.TD


@seen_by("tree: scope")
def a_head_does_not_say_of_what(pdf: Pdf) -> None:
    del first(pdf, "TH").object.A


@seen_by("tree: Table-kids")
def a_table_holds_a_paragraph(pdf: Pdf) -> None:
    first(pdf, "TR").object.S = Name.P


@seen_by("tree: no-outlines")
def there_are_no_bookmarks(pdf: Pdf) -> None:
    del pdf.Root.Outlines


@seen_by("model: model")
def words_are_told_to_nobody(pdf: Pdf) -> None:
    in_page(pdf, rb"/H2 <</MCID 0>> BDC", rb"/Artifact BMC")


@seen_by("tree: unmarked")
def words_belong_to_nobody(pdf: Pdf) -> None:
    in_page(pdf, rb"/Artifact <<.*?>> BDC (.*?) EMC", rb"\1")


@seen_by("ua1: PDFUA1-CONTENT-TAGGING-001")
def a_line_belongs_to_nobody(pdf: Pdf) -> None:
    in_page(pdf, rb"Q\n", rb"Q\n0 0 m 9 9 l S\n")


@seen_by("model: model")
def words_are_glued_at_the_end_of_a_line(pdf: Pdf) -> None:
    end = rb" \) Tj T\* \("
    drawn = (page.obj.Contents.read_bytes() for page in pdf.pages)
    place = next(n for n, commands in enumerate(drawn) if re.search(end, commands))
    in_page(pdf, end, rb") Tj T* (", place)


@seen_by("ua1: PDFUA1-FONT-UNICODE-MAPPING-001")
def letters_cannot_be_read(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.ToUnicode


@seen_by("ua1: PDFUA1-FONT-EMBEDDING-001")
def a_font_is_not_in_the_file(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.FontDescriptor.FontFile2


@seen_by("archive: PDFA3A-DEVICE-RGB-001")
def colours_mean_nothing(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@seen_by("archive: PDFA3A-FILE-SPEC-AF-RELATIONSHIP-001")
def what_is_attached_does_not_say_what_it_is(pdf: Pdf) -> None:
    del pdf.Root.AF[0].AFRelationship


@pytest.fixture(scope="module")
def document() -> Document:
    return pack(rich_day())


@pytest.fixture(scope="module")
def good(document: Document) -> bytes:
    return written(document)


def told(content: bytes, document: Document, gate: str) -> set[str]:
    if gate == "model":
        return gates.model(content, document)
    return {"tree": gates.tree, "ua1": gates.ua1, "archive": gates.archive}[gate](content)


@pytest.mark.parametrize("gate", ["tree", "model", "ua1", "archive"])
def test_a_good_file_passes(good: bytes, document: Document, gate: str) -> None:
    with opened(good) as pdf:
        assert told(saved(pdf), document, gate) == set()


@pytest.mark.parametrize(("name", "fault", "seen"), FAULTS, ids=[name for name, *_ in FAULTS])
def test_its_gate_sees_it(
    good: bytes, document: Document, name: str, fault: Fault, seen: str
) -> None:
    gate, _, code = seen.partition(": ")
    with opened(good) as pdf:
        fault(pdf)
        content = saved(pdf)
    assert code in told(content, document, gate), name


def plain(words: str) -> Paragraph:
    return Paragraph(words, ParagraphStyle("plain", fontName=REGULAR))


class Drawn(Flowable):  # type: ignore[misc]
    """Whatever `draw` draws."""

    def __init__(self, draw: Callable[[PackCanvas], object]) -> None:
        super().__init__()
        self.drawn = draw

    def draw(self) -> None:
        self.drawn(self.canv)


@pytest.mark.parametrize(
    "story",
    [
        lambda: plain("Words without an element"),
        lambda: plain('<a href="https://example.org">A link</a>'),
        lambda: Table([["A cell of plain words"]]),
        lambda: Drawn(lambda canvas: canvas.drawString(0, 0, "Words of a drawing")),
        lambda: Drawn(lambda canvas: canvas.words(0, 0, "Words", REGULAR, 12)),
        lambda: Drawn(lambda canvas: canvas.linkURL("https://example.org", (0, 0, 9, 9))),
        lambda: Drawn(lambda canvas: canvas.linkRect("", "0", (0, 0, 9, 9))),
        lambda: Drawn(lambda canvas: canvas.drawImage("a picture.png", 0, 0)),
    ],
)
def test_what_has_no_element_is_not_drawn(story: Callable[[], Flowable]) -> None:
    letters(REGULAR)
    template = SimpleDocTemplate(BytesIO(), initialFontName=REGULAR)
    with pytest.raises(UntaggedError):
        template.build([story()], canvasmaker=lambda *a, **k: PackCanvas(*a, made=TODAY, **k))
