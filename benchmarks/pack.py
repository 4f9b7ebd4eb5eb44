"""The demonstration packs against the same words written by plain ReportLab paragraphs.

python benchmarks/pack.py        prints milliseconds and the ratio, medians of interleaved rounds
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

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

ROUNDS = 15
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


def seconds(job: Callable[[], object]) -> float:
    """How long one go takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def main() -> int:
    """Print one line for each demonstration session."""
    pdfmetrics.registerFont(TTFont(FONT, str(asset("fonts", f"{FONT}.ttf"))))
    worst = 0.0
    for workshop in (session.workshop for session in demonstration()):
        texts = texts_of(outcome_pack(workshop, PackOptions(), DAY))
        first = seconds(lambda workshop=workshop: ours(workshop))
        plain(texts)
        pairs = [
            (
                seconds(lambda workshop=workshop: ours(workshop)),
                seconds(lambda texts=texts: plain(texts)),
            )
            for _ in range(ROUNDS)
        ]
        pack_time, plain_time = (statistics.median(times) for times in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        worst = max(worst, ratio)
        title = workshop.session.title.en
        print(
            f"{title}: first {first * 1000:.0f} ms, pack {pack_time * 1000:.0f} ms, "
            f"plain {plain_time * 1000:.0f} ms, ratio {ratio:.2f} (aim <= {AIM:.1f})"
        )
    return 0 if worst <= AIM else 1


if __name__ == "__main__":
    raise SystemExit(main())
