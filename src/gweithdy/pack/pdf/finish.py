"""The finished file: the structure goes into what ReportLab drew, with what PDF/A asks for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from gweithdy.domain.text import Language
from gweithdy.pack.document import Document
from gweithdy.pack.pdf.attached import Attached, attach
from gweithdy.pack.pdf.elements import Attributes, Clickable, Element, Painted
from gweithdy.pack.pdf.properties import xmp
from gweithdy.resources import asset

COLOURS = "sRGB.icc"


def finished(
    drawn: bytes, root: Element, document: Document, attached: Sequence[Attached]
) -> bytes:
    """The file `drawn` with the structure under `root`, and with the files `attached` to it."""
    paper = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _Tree(pdf).write(root)
        catalog = pdf.Root
        catalog.Lang = String(document.language.tag)
        catalog.MarkInfo = Dictionary(Marked=True)
        catalog.OutputIntents = Array([_colours(pdf)])
        properties = xmp(document, part=3 if attached else 2)
        catalog.Metadata = pdf.make_stream(properties, Type=Name.Metadata, Subtype=Name.XML)
        attach(pdf, attached, document.made)
        pdf.save(
            paper,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return paper.getvalue()


def _colours(pdf: Pdf) -> Object:
    """What the colours of the file mean."""
    profile = pdf.make_stream(asset("colours", COLOURS).read_bytes(), N=3)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB"),
            DestOutputProfile=profile,
        )
    )


class _Tree:
    """Elements as objects of the file, and for whatever was drawn the object that it belongs to."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._drawn: dict[int, dict[int, Object]] = defaultdict(dict)
        self._clickable: list[Object] = []

    def write(self, root: Element) -> None:
        """Put the structure under `root` into the catalog."""
        pages = len(self._pages)
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._object(root, tree)
        for place, page in enumerate(self._pages):
            page.StructParents = place
            page.Tabs = Name.S
        numbers: list[Any] = []
        for key, owners in self._owners():
            numbers += [key, owners]
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = pages + len(self._clickable)
        self._pdf.Root.StructTreeRoot = tree

    def _owners(self) -> Iterator[tuple[int, Object]]:
        for place in range(len(self._pages)):
            drawn = self._drawn[place]
            owners = Array([drawn[number] for number in range(len(drawn))])
            yield place, self._pdf.make_indirect(owners)
        yield from enumerate(self._clickable, len(self._pages))

    def _object(self, element: Element, parent: Object) -> Object:
        said: dict[str, Any] = {
            "/S": _name(element.kind),
            "/P": parent,
            "/Lang": _tag(element.language),
        }
        if element.alt:
            said["/Alt"] = String(element.alt)
        if element.attributes:
            said["/A"] = _attributes(element.attributes)
        page = next((each.page - 1 for each in element.inside if isinstance(each, Painted)), None)
        if page is not None:
            said["/Pg"] = self._pages[page]
        made = self._pdf.make_indirect(Dictionary(said))
        inside = [self._inside(each, made, page) for each in element.there()]
        if inside:
            made.K = inside[0] if len(inside) == 1 else Array(inside)
        return made

    def _inside(self, each: Element | Painted | Clickable, owner: Object, page: int | None) -> Any:
        match each:
            case Element():
                return self._object(each, owner)
            case Painted(on, number):
                self._drawn[on - 1][number] = owner
                if on - 1 == page:
                    return number
                return Dictionary(Type=Name.MCR, Pg=self._pages[on - 1], MCID=number)
            case Clickable(on, place):
                sheet = self._pages[on - 1]
                note = sheet.Annots[place]
                note.StructParent = len(self._pages) + len(self._clickable)
                self._clickable.append(owner)
                return Dictionary(Type=Name.OBJR, Pg=sheet, Obj=note)


@cache
def _name(kind: str) -> Name:
    return Name(f"/{kind}")


@cache
def _tag(language: Language) -> String:
    return String(language.tag)


def _attributes(attributes: Attributes) -> Object:
    made = [
        Dictionary({"/O": Name(f"/{owner}"), **{f"/{key}": _value(x) for key, x in each.items()}})
        for owner, each in attributes.items()
    ]
    return made[0] if len(made) == 1 else Array(made)


def _value(value: str | list[float]) -> Object:
    return Name(f"/{value}") if isinstance(value, str) else Array(value)
