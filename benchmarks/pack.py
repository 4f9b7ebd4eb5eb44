"""The demonstration packs against the same words written by plain ReportLab paragraphs.

    python benchmarks/pack.py [--rounds N]

Both take turns, and each round is a process of its own.
"""

from argparse import ArgumentParser, Namespace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import apart
from apart import Figures, Rounds, Times, ratios, show, show_all
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document, runs_in
from gweithdy.pack.writing import written
from gweithdy.resources import asset

TURNS = 3
AIM = 2.0
DAY = date(2026, 11, 21)
FONT = "SourceSans3-Regular"


def ours(workshop: Workshop) -> bytes:
    """The tree and its PDF, from the session in memory."""
    return written(outcome_pack(workshop, PackOptions(), DAY))


def plain(texts: list[str]) -> bytes:
    """Every run of words of the pack as a paragraph of its own, and nothing else."""
    paper = BytesIO()
    style = ParagraphStyle("plain", fontName=FONT, fontSize=12, leading=17.5)
    story = [Paragraph(escape(text), style) for text in texts]
    SimpleDocTemplate(paper, initialFontName=FONT, invariant=1).build(story)
    return paper.getvalue()


def texts_of(document: Document) -> list[str]:
    """All words of a pack, once each time they are printed."""
    said = tuple((part.cover, part.contents, part.sections) for part in document.parts)
    return [run.text for run in runs_in(said)]


def one_round(_folder: Path, _given: Namespace) -> Figures:
    """Write each demonstration pack, in turn with its words alone."""
    pdfmetrics.registerFont(TTFont(FONT, str(asset("fonts", f"{FONT}.ttf"))))
    figures: Figures = {}
    for place, workshop in enumerate((session.workshop for session in demonstration()), 1):
        times, first = Times(), Times()
        texts = texts_of(outcome_pack(workshop, PackOptions(), DAY))
        works = {
            f"pack {place}": partial(ours, workshop),
            f"plain {place}": partial(plain, texts),
        }
        first.add(f"first pack {place}", works[f"pack {place}"])
        for turn in range(1 + TURNS):
            times.by_turns(turn, works)
        figures |= first.medians() | times.medians(1)
    return figures


def main() -> int:
    """Print the figures; 1 if the aim is missed."""
    given = apart.options(ArgumentParser(description="How long a pack takes."), one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds of {TURNS} turns")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Every figure, and what is aimed at."""
    show_all(rounds)
    reached = True
    for place, session in enumerate(demonstration(), 1):
        title = session.workshop.session.title.en.words
        times_plain = ratios(rounds, f"pack {place} cpu", f"plain {place} cpu")
        reached &= show(f"pack / plain, cpu: {title[:25]}", times_plain, most=AIM)
    return reached


if __name__ == "__main__":
    raise SystemExit(main())
