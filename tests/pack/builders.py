"""A rich workshop made in code, and small ways into documents and PDFs."""

import itertools
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any, TypeVar

from PIL import Image, ImageDraw
from pypdf import PdfReader

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block, BlockKind
from gweithdy.domain.board import Board, Card, CardKind, Lane, LaneKind, Theme, Vote
from gweithdy.domain.decisions import Decision
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import new_id
from gweithdy.domain.organisation import ORGANISATION, Organisation
from gweithdy.domain.people import LanguageChoice, Mode, Participant, Sector
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.reflections import Reflection, ReflectionKind
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Group, Role, Stakeholder, Support, Tie
from gweithdy.domain.text import Language, Text, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Block as Piece
from gweithdy.pack.document import Document, SectionBlock
from gweithdy.pack.house import House
from gweithdy.pack.walking import blocks_in
from gweithdy.pack.writing import written

TODAY = date(2026, 11, 21)
E = TypeVar("E", bound=Entity)
P = TypeVar("P", bound=Piece)


class Day:
    """A workshop under construction."""

    def __init__(self, **session: Any) -> None:
        settings = {"title": both("Dysgu gyda'n gilydd yn y tŷ", "Learning together"), **session}
        self.session = Session(id=new_id(), **settings)
        self.entities: list[Entity] = []
        self._orders = itertools.count(1)

    def add(self, noun: type[E], **values: Any) -> E:
        if "order" in noun.__dataclass_fields__:
            values.setdefault("order", float(next(self._orders)))
        entity = noun(id=new_id(), session=self.session.id, **values)  # type: ignore[call-arg]
        self.entities.append(entity)
        return entity

    def lane(self, **values: Any) -> Lane:
        board = self.add(Board, title=both("Tri chwestiwn", "Three questions"))
        return self.add(Lane, board=board.id, kind=LaneKind.BARRIERS, **values)

    def cards(self, *texts: Text) -> list[Card]:
        lane = self.lane()
        return [self.add(Card, lane=lane.id, text=text) for text in texts]

    def workshop(self) -> Workshop:
        return Workshop(self.session, self.entities)


def rich_day() -> Day:
    """A day with something in every section, and texts that lack a language."""
    day = Day(
        purpose=both("Gweld beth sydd yn y ffordd.", "To see what is in the way."),
        date=date(2026, 11, 12),
        start=time(9, 30),
        place=both("Pontypridd", "Pontypridd"),
        next_steps=both("Cwrdd eto ym mis Ionawr.", "Meet again in January."),
    )
    began = datetime(2026, 11, 12, 9, 33, tzinfo=UTC)
    for n, (cy, en) in enumerate((("Croeso", "Welcome"), ("Egwyl fer", "A short break"))):
        start = began + timedelta(minutes=20 * n)
        day.add(
            Block,
            title=both(cy, en),
            kind=BlockKind.WELCOME,
            lead="Siân Agored",
            began=start,
            ended=start + timedelta(minutes=18),
        )
    add_people(day)
    add_board(day)
    add_stakeholders(day)
    day.add(Quote, text=said("Y tŷ yn gyntaf.", "cy"), speaker="Siân Agored", named=True)
    day.add(Quote, text=said("Start small.", "en"), speaker="Dafydd Cudd", named=False)
    day.add(Parked, text=both("Pwy sy'n talu?", "Who pays?"))
    day.add(Decision, text=both("Un peilot", "One pilot"), decided_by="Siân Agored")
    day.add(Action, text=both("Ffonio Plymouth", "Ring Plymouth"), owner="Siân Agored")
    day.add(Action, text=both("Trefnu", "Arrange"), owner="Dafydd Cudd", due=date(2026, 12, 1))
    for kind in ReflectionKind:
        day.add(Reflection, text=both(f"Gwers {kind}", f"Lesson {kind}"), kind=kind, source="room")
    return day


def add_people(day: Day) -> None:
    organisation = both("Cyngor sir", "A county council")
    day.add(Participant, name="Siân Agored", named=True, organisation=organisation)
    day.add(
        Participant,
        name="Dafydd Cudd",
        mode=Mode.ONLINE,
        language=LanguageChoice.CY,
        sector=Sector.HEALTH,
    )


def add_board(day: Day) -> None:
    lane = day.lane(title=both("Beth sydd yn y ffordd?", "What is in the way?"))
    theme = day.add(Theme, lane=lane.id, title=both("Arian", "Money"))
    for n, kind in enumerate(CardKind):
        day.add(
            Card,
            lane=lane.id,
            theme=theme.id if n % 2 else "",
            text=both(f"Cerdyn ŵ {n}", f"Card number {n}"),
            kind=kind,
            source=("room", "online", "3", "", "before")[n],
        )
    card = day.add(Card, lane=lane.id, text=said("Dim ond Cymraeg", "cy"))
    day.add(Card, lane=lane.id, text=said("English and nothing else", "en"))
    day.add(Vote, target=theme.id, source="room", count=7)
    day.add(Vote, target=theme.id, source="online", count=4)
    day.add(Vote, target=card.id, source="3", count=2)


def add_stakeholders(day: Day) -> None:
    points = [
        day.add(
            Stakeholder,
            name=both(f"Rhanddeiliad {n}", f"Stakeholder {n}"),
            group=list(Group)[n % 2],
            power=n * 13 % 101,
            interest=n * 29 % 101,
            support=Support.FOR,
            roles=(Role.DELIVERS,) if n % 2 else (),
        )
        for n in range(22)
    ]
    for start, end in itertools.pairwise(points):
        day.add(Tie, start=start.id, end=end.id)


def drawn_logo(colour: str) -> bytes:
    """The sign of a house: a disc in `colour`."""
    image = Image.new("RGB", (300, 120), "white")
    ImageDraw.Draw(image).ellipse((10, 10, 110, 110), fill=colour)
    paper = BytesIO()
    image.save(paper, "PNG")
    return paper.getvalue()


RED, BLUE = drawn_logo("#B3124A"), drawn_logo("#1F3FB2")


def house(*, both_logos: bool = True, **values: Any) -> House:
    """A house with everything that a cover can show of it."""
    told = {
        "name": both("Cyngor Glan-yr-afon", "Glan-yr-afon Council"),
        "address": both("Stryd y Castell", "Castle Street"),
        "website": "www.glan.example",
        "contact": "post@glan.example",
        "alt": both("Cylch coch y Cyngor", "The Council's blue circle"),
        "colour": "#FFC20E",
        **values,
    }
    english = BLUE if both_logos else RED
    logos = {Language.CY: RED, Language.EN: english}
    return House(Organisation(id=ORGANISATION, **told), logos)


def pack(day: Day, **options: Any) -> Document:
    return outcome_pack(day.workshop(), PackOptions(**options), TODAY)


def of(document: Document, kind: type[P], part: int = 0) -> list[P]:
    """The blocks of one kind in one part, however deep, in reading order."""
    return [block for block in blocks_in(document.parts[part]) if isinstance(block, kind)]


def headings(document: Document, part: int = 0) -> list[tuple[int, SectionBlock]]:
    """The sections of one part with their levels, in reading order."""

    def inside(blocks: Iterable[Piece], level: int) -> Iterator[tuple[int, SectionBlock]]:
        for block in blocks:
            if isinstance(block, SectionBlock):
                yield level, block
                yield from inside(block.blocks, level + 1)

    return list(inside(document.parts[part].every_section, 1))


def read(document: Document) -> PdfReader:
    return PdfReader(BytesIO(written(document)))


def text_of(reader: PdfReader) -> str:
    """All words of a PDF with single spaces, so that line ends do not matter."""
    pages = "\n".join(page.extract_text() for page in reader.pages)
    return " ".join(pages.split())


def language_of(document: Document, part: int) -> Language:
    return document.parts[part].language
