"""The pack against WeasyPrint and typst, which make the same content, tagged too.

    python benchmarks/peers.py [--rounds N]

Each begins with what is its own: ours with the document tree, WeasyPrint with our HTML pack, typst
with a text in its language (`as_typst.py`). Drawings are laid out for the other two beforehand, and
not for ours. They take turns; each round is a process of its own, in which each has written once
before it counts. The program needs neither: one that is not installed is left out.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import apart
import pypdfium2
from apart import Figures, Rounds, Times, ratios, show
from as_typst import source

from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document
from gweithdy.pack.writing import written
from gweithdy.resources import asset
from pack import DAY, sessions

Work = Callable[[], bytes]
AIMS = {"weasyprint": 0.25, "typst": 2.0}
"""How many times the time of each of the others a pack may take."""
WORDS = 0.1
"""By how much the words of two files may differ: feet and numbers of pages do."""
PAGES, PEAK = 60, 250.0
"""Pages of a large pack, at least, and megabytes of memory in which it is made, at most."""


def weasyprint(page: str) -> bytes:
    """The HTML pack as a tagged PDF."""
    html = import_module("weasyprint").HTML(string=page)
    pdf: bytes = html.write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def typst(text: str) -> bytes:
    """The text in typst's language as a tagged PDF."""
    given = {"font_paths": [str(asset("fonts"))], "format": "pdf", "pdf_standards": "ua-1"}
    pdf: bytes = import_module("typst").compile(text.encode(), **given)
    return pdf


def works_for(document: Document) -> dict[str, Work]:
    """Ours, and the others that are installed, ready to write the same content."""
    works: dict[str, Work] = {"ours": partial(written, document)}
    if find_spec("weasyprint"):
        works["weasyprint"] = partial(weasyprint, written(document, ".html").decode())
    if find_spec("typst"):
        works["typst"] = partial(typst, source(document))
    return works


def one_round(_folder: Path, _given: Namespace) -> Figures:
    """Write each pack by turns; the largest first, alone, for the memory that it takes."""
    documents = [outcome_pack(day, PackOptions(), DAY) for _, day in sessions()]
    pages, _ = counted(written(documents[-1]))
    figures: Figures = {"peak MB": peak(), "peak pages": pages}
    made: dict[str, bytes] = {}

    def make(name: str, work: Work) -> None:
        made[name] = work()

    for turn, document in enumerate((documents[0], *documents)):
        times = Times()
        named = {
            f"{name} {turn}": partial(make, name, work)
            for name, work in works_for(document).items()
        }
        times.by_turns(turn, named)
        figures |= times.medians() if turn else {}
        for name, pdf in made.items():
            figures[f"{name} pages {turn}"], figures[f"{name} words {turn}"] = counted(pdf)
            figures[f"{name} bytes {turn}"] = len(pdf)
    return figures


def counted(pdf: bytes) -> tuple[int, int]:
    """Pages and words of a file."""
    document = pypdfium2.PdfDocument(pdf)
    words = sum(len(page.get_textpage().get_text_range().split()) for page in document)
    pages = len(document)
    document.close()
    return pages, words


def peak() -> float:
    """The most memory that this process has had, in megabytes; not known on Windows."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:
        return float("nan")
    # Told in kilobytes on Linux.
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print the figures; 1 if an aim is missed."""
    given = apart.options(ArgumentParser(description="A pack, and others' of the same."), one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds")
    for name in AIMS:
        if not find_spec(name):
            print(f"{name}: not installed: left out")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Times, and how they compare; what each file holds, and the memory of the largest pack."""
    reached = True
    names = ["ours", *(name for name in AIMS if f"{name} 1" in rounds[0])]
    for place, (title, _) in enumerate(sessions(), 1):
        print(title)
        for name in names:
            pages, words, size = (
                rounds[0][f"{name} {what} {place}"] for what in ("pages", "words", "bytes")
            )
            show(f"  {name}", (one[f"{name} {place}"] for one in rounds), "ms")
            print(f"    {pages:.0f} pages, {words:.0f} words, {size / 1000:.0f} kB")
            if name != "ours":
                of, to = f"ours {place}", f"{name} {place}"
                reached &= show(f"  ours / {name}", ratios(rounds, of, to), most=AIMS[name])
                show(f"  ours / {name}, cpu", ratios(rounds, f"{of} cpu", f"{to} cpu"))
                reached &= abs(words / rounds[0][f"ours words {place}"] - 1) <= WORDS
    title = f"memory of a pack of {rounds[0]['peak pages']:.0f} pages"
    reached &= rounds[0]["peak pages"] >= PAGES
    return reached & show(title, (one["peak MB"] for one in rounds), "MB", PEAK)


if __name__ == "__main__":
    raise SystemExit(main())
