"""A canvas on which everything that is drawn belongs to an element, or is decoration."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen import pathobject, textobject
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import paragraph

from gweithdy.pack.pdf.elements import Clickable, Element, Painted, Wording

# Sizes, colours and corners are mostly the same few numbers, and words the same few words:
# ReportLab writes out and measures each anew.
for _module in (textobject, pathobject):
    _module.fp_str = lru_cache(maxsize=4096)(_module.fp_str)
paragraph.stringWidth = lru_cache(maxsize=8192)(paragraph.stringWidth)

PRINT = 4
"""The flag of an annotation that stays on paper."""


class UntaggedError(Exception):
    """Something is drawn that would not be in the structure: whoever hears the PDF would miss it.

    Never a person's mistake, always one in the program.
    """


@dataclass(frozen=True)
class Decoration:
    """What is seen and not told; `command` opens it among the drawing commands."""

    command: str


ARTIFACT = Decoration("/Artifact BMC")
FOOT = Decoration("/Artifact <</Type /Pagination /Subtype /Footer>> BDC")


@lru_cache(maxsize=4096)
def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


Owner = Element | Decoration | None
"""Whose words are being drawn."""


class TaggedText(PDFTextObject):  # type: ignore[misc]
    """Words that say whose they are; that may change between two of them."""

    _open: Owner = None
    breaks: frozenset[int] | None = None
    """After how many letters a space stands; None if each line ends with a whole word."""
    line_ends = 0
    """How many lines are followed by more of the same words."""

    def __init__(self, canvas: "TaggedCanvas", x: float, y: float, direction: Any) -> None:
        super().__init__(canvas, x, y, direction)
        self.owner = canvas.owner
        self.letters = 0

    def _formatText(self, text: str) -> str:  # noqa: N802 - ReportLab's name
        drawn: str = super()._formatText(text)
        # Nobody is not whoever spoke last: before the first words that is nobody too.
        if not text or (self._open and self.owner is self._open):
            return drawn
        closing = "EMC " if self._open else ""
        self._open = self.owner
        return f"{closing}{self._canvas.opening(self.owner)} {drawn}"

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        if self.breaks is not None:
            self.letters += sum(not letter.isspace() for letter in text)
        self.line_ends -= bool(TStar)
        if TStar and self.line_ends >= 0 and (self.breaks is None or self.letters in self.breaks):
            # ReportLab writes no space where a line ends: the words would be read as one.
            if text:
                text = text if text.endswith(" ") else f"{text} "
            elif self._open:
                self._end_line(TStar)
                return
        super()._textOut(text, TStar)

    def _end_line(self, TStar: int) -> None:  # noqa: N803 - ReportLab's name
        """End the line whose last words are those of whoever spoke last."""
        self.owner, after = self._open, self.owner
        super()._textOut(" ", TStar)
        self.owner = after

    def getCode(self) -> str:  # noqa: N802 - ReportLab's name
        if self._open:
            self._code.append("EMC")
        code: str = super().getCode()
        return code


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Words belong to the `owner` of the moment; lines and surfaces outside figures to nobody."""

    _code: list[str]
    _pageNumber: int  # noqa: N815 - ReportLab's name
    _currentMatrix: tuple[float, float, float, float, float, float]  # noqa: N815 - the same
    owner: Owner = None

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._numbers = Counter[int]()
        self._is_figure = False
        self._decorated: int | None = None
        self.setNamedCB("speak", _speak)

    def opening(self, owner: Owner) -> str:
        """The command that begins something of `owner` on this page."""
        if owner is None:
            raise UntaggedError("Words without an element.")
        if isinstance(owner, Decoration):
            return owner.command
        number = self._numbers[self._pageNumber]
        self._numbers[self._pageNumber] += 1
        owner.drawn(Painted(self._pageNumber, number))
        return f"/{owner.kind} <</MCID {number}>> BDC"

    def beginText(  # noqa: N802 - ReportLab's name
        self, x: float = 0, y: float = 0, direction: Any = None
    ) -> PDFTextObject:
        if self._is_figure:
            return PDFTextObject(self, x, y, direction)
        return TaggedText(self, x, y, direction)

    def drawText(self, aTextObject: PDFTextObject) -> None:  # noqa: N802, N803 - ReportLab's names
        self.end_decoration()
        super().drawText(aTextObject)

    @contextmanager
    def figure(self, element: Element, width: float, height: float) -> Iterator[None]:
        """What is drawn meanwhile is `element`, a picture from 0, 0 to `width`, `height`."""
        self.end_decoration()
        self._code.append(self.opening(element))
        box = self._absRect((0, 0, width, height), relative=1)
        element.attributes["Layout"] = {"Placement": "Block", "BBox": [round(x, 2) for x in box]}
        self._is_figure = True
        yield
        self._is_figure = False
        self._code.append("EMC")

    def lead(self, link: Wording, target: str, rect: tuple[float, float, float, float]) -> None:
        """Let a click on the words of `link`, inside `rect`, go to `target`.

        That is an anchor, or an address with its scheme.
        """
        note = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray(self._absRect(rect, relative=1)),
                "Border": PDFArray([0, 0, 0]),
                "F": PRINT,
                "Contents": PDFString(link.words),
            }
        )
        if ":" in target:
            note["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})
        else:
            note["Dest"] = self._bookmarkReference(target)
        link.drawn(Clickable(self._pageNumber, len(self._annotationrefs)))
        self._addAnnotation(note)

    def linkRect(  # noqa: N802 - ReportLab's name
        self, contents: str, destinationname: str, *args: Any, **settings: Any
    ) -> None:
        """ReportLab's call for words that lead somewhere: `destinationname` is which run it is."""
        if isinstance(self.owner, Decoration):
            return
        link = self.owner.spoken[int(destinationname)] if isinstance(self.owner, Wording) else None
        if link is None:
            raise UntaggedError("A link without an element.")
        self.lead(link, link.runs[0].link.removeprefix("#"), *args[:1])

    def linkURL(self, *_args: Any, **_settings: Any) -> None:  # noqa: N802 - ReportLab's name
        raise UntaggedError("A link without an element.")

    def drawImage(self, *args: Any, **settings: Any) -> Any:  # noqa: N802 - ReportLab's name
        if not self._is_figure:
            raise UntaggedError("A picture without an element.")
        return super().drawImage(*args, **settings)

    def speak(self, owner: Element) -> None:
        """The words that are being drawn are those of `owner` from here on."""
        text = self._curr_tx_info["tx"]
        if isinstance(text.owner, Element):
            text.owner = owner

    def translate(self, dx: float, dy: float) -> None:
        # Once for each flowable; ReportLab would multiply whole matrices, and write them out.
        a, b, c, d, e, f = self._currentMatrix
        self._currentMatrix = (a, b, c, d, a * dx + c * dy + e, b * dx + d * dy + f)
        self._code.append(f"1 0 0 1 {_number(dx)} {_number(dy)} cm")

    def decorate(self) -> None:
        """Begin what is told to nobody, unless it has begun."""
        if self._decorated is None and not self._is_figure:
            self._code.append(ARTIFACT.command)
            self._decorated = len(self.state_stack)

    def end_decoration(self) -> None:
        """End it, where it has begun."""
        if self._decorated is not None:
            self._code.append("EMC")
            self._decorated = None

    def restoreState(self) -> None:  # noqa: N802 - ReportLab's name
        if self._decorated is not None and self._decorated >= len(self.state_stack):
            self.end_decoration()
        super().restoreState()

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self.end_decoration()
        super().showPage()


def _speak(canvas: TaggedCanvas, _kind: str, owner: Element) -> None:
    """ReportLab's call between two words: from here on they are those of `owner`."""
    canvas.speak(owner)


def _decorating(name: str) -> Callable[..., None]:
    paint = getattr(Canvas, name)

    def decorating(self: TaggedCanvas, *args: Any, **settings: Any) -> None:
        self.decorate()
        paint(self, *args, **settings)

    return decorating


for _name in ("line", "lines", "rect", "ellipse", "roundRect", "drawPath", "bezier"):
    setattr(TaggedCanvas, _name, _decorating(_name))
