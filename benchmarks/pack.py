"""Packs against the same words in plain ReportLab paragraphs, and against the same file untagged.

    python benchmarks/pack.py [--rounds N]

The packs are those of the demonstration and of a great session. Both ways take turns, and each
round is a process of its own. Untagged is what ReportLab would have written: the same pages
without marks and structure, and without what archives ask for.
"""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import apart
import pikepdf
from apart import Figures, Rounds, Times, ratios, show, show_all
from cards import words
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from gweithdy.domain.board import Board, Card, CardKind, Lane, LaneKind, Theme, Vote
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Group, Stakeholder, Tie
from gweithdy.domain.text import Text, both
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document
from gweithdy.pack.walking import runs_in
from gweithdy.pack.writing import written
from gweithdy.resources import asset

TURNS = 3
AIM = 2.0
BYTES = 1.3
BOARDS, CARDS, BODIES = 12, 50, 60
"""Of the great session; the cards are those of each board."""
DAY = date(2026, 11, 21)
SIZES = ("bytes", "untagged")
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


def untagged(pdf: bytes) -> bytes:
    """The same pages without structure, in the form in which ReportLab writes them."""
    paper = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        for name in ("StructTreeRoot", "MarkInfo", "Metadata", "OutputIntents", "AF", "Names"):
            if f"/{name}" in file.Root:
                del file.Root[f"/{name}"]
        for page in file.pages:
            del page.obj.StructParents
            drawn = _MARK.sub(b"", page.obj.Contents.read_bytes())
            page.obj.Contents = file.make_stream(drawn)
        file.save(paper, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return paper.getvalue()


_MARK = re.compile(rb"/\w+ (<<.*?>> BDC|BMC)\s|EMC\s")


def sessions() -> Iterator[tuple[str, Workshop]]:
    """Every session of which a pack is made, by the beginning of its title."""
    for session in demonstration():
        yield session.workshop.session.title.en.words[:25], session.workshop
    yield "a great session", great()


def twice(number: int) -> Text:
    """What is as long in both languages."""
    line, _ = words(number)
    return both(line, line)


def great() -> Workshop:
    """Hundreds of cards on a dozen boards, a full map, and votes."""
    session = Session(id=new_id(), title=both("Diwrnod mawr", "A great day"))
    made: list[Entity] = []

    def add(noun: type[Entity], order: int, **values: object) -> str:
        given = {"order": float(order)} if "order" in noun.__dataclass_fields__ else {}
        entity = noun(id=new_id(), session=session.id, **given, **values)  # type: ignore[arg-type, call-arg]
        made.append(entity)
        return entity.id

    for n in range(BOARDS):
        board = add(Board, n, title=twice(n))
        lane = add(Lane, 0, board=board, kind=LaneKind.BARRIERS, title=twice(n + 1))
        themes = [add(Theme, t, lane=lane, title=twice(n + t)) for t in range(5)]
        for c in range(CARDS):
            kind, theme = list(CardKind)[c % 4], themes[c % 5]
            values = {"lane": lane, "theme": theme, "kind": kind, "source": "room"}
            card = add(Card, c, text=twice(n * CARDS + c), **values)
            if c % 10 == 0:
                add(Vote, c, target=card, source="room", count=1 + c % 7)
    bodies = [
        add(Stakeholder, n, name=twice(n), group=list(Group)[n % 2], power=n * 37 % 101,
            interest=n * n * 7 % 97)
        for n in range(BODIES)
    ]  # fmt: skip
    for n in range(BODIES):
        add(Tie, n, start=bodies[n], end=bodies[(n * 7 + 13) % BODIES])
    return Workshop(session, made)


def texts_of(document: Document) -> list[str]:
    """All words of a pack, once each time they are printed."""
    said = tuple((part.cover, part.contents, part.every_section) for part in document.parts)
    return [run.text for run in runs_in(said)]


def one_round(_folder: Path, _given: Namespace) -> Figures:
    """Write each demonstration pack, in turn with its words alone."""
    pdfmetrics.registerFont(TTFont(FONT, str(asset("fonts", f"{FONT}.ttf"))))
    figures: Figures = {}
    for place, (_, workshop) in enumerate(sessions(), 1):
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
        pdf = ours(workshop)
        figures[f"bytes {place}"], figures[f"untagged {place}"] = len(pdf), len(untagged(pdf))
    return figures


def main() -> int:
    """Print the figures; 1 if the aim is missed."""
    given = apart.options(ArgumentParser(description="How long a pack takes."), one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds of {TURNS} turns")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Every figure, and what is aimed at."""
    show_all([{k: v for k, v in each.items() if k.split()[0] not in SIZES} for each in rounds])
    reached = True
    for place, (title, _) in enumerate(sessions(), 1):
        times_plain = ratios(rounds, f"pack {place} cpu", f"plain {place} cpu")
        reached &= show(f"pack / plain, cpu: {title}", times_plain, most=AIM)
        larger = ratios(rounds, f"bytes {place}", f"untagged {place}")
        reached &= show(f"bytes / untagged: {title}", larger, most=BYTES)
    return reached


if __name__ == "__main__":
    raise SystemExit(main())
