"""Run in an interpreter of its own: nouns and a field that there are not, declared once each.

What the recipe in the README says is done here, and nothing else; then they are looked for in
every room. Exits with an AssertionError where one of them is not found.
"""

import dataclasses
import sys
import types
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from gweithdy.domain import board
from gweithdy.domain.attached import Attached, attached
from gweithdy.domain.entity import Entity, Noun, OfSeries, Owned
from gweithdy.domain.field import fresh, link_field, name_field, order_field, refs, text_field
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text, both, said


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Card(board.Card):
    """A card with one field more."""

    mood: str = name_field()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Owned):
    """A noun of a session, with a field of each new kind of value."""

    noun: ClassVar = Noun(N_("Wish"), page="board", key="wishes", copied=True)

    text: Text = text_field(N_("Wish"), printed="boards")
    wisher: str = name_field()
    cards: tuple[Id, ...] = refs("card")
    see: str = link_field()
    photo: Attached | None = None
    granted: bool = fresh(default=False)
    order: float = order_field()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Thread(OfSeries):
    """A noun that goes through the sessions of a series."""

    noun: ClassVar = Noun(N_("Thread"), page="library")

    title: Text = text_field()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Body(Entity):
    """A noun of the library."""

    noun: ClassVar = Noun(N_("Body"), page="library")

    name: str = name_field()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Owned):
    """A noun that nobody signs."""

    noun: ClassVar = Noun(anonymous=True)

    value: int = 0


board.Card = Card  # type: ignore[misc]


def declare() -> None:
    """Load the list of nouns as if the new ones stood in it."""
    import gweithdy.domain as package

    path = Path(package.__file__).parent / "nouns.py"
    old, new = "Action, Reflection,\n", "Action, Reflection, Wish, Thread, Body, Answer,\n"
    source = path.read_text("utf-8")
    assert old in source
    module = types.ModuleType("gweithdy.domain.nouns")
    module.__dict__.update(Wish=Wish, Thread=Thread, Body=Body, Answer=Answer)
    sys.modules[module.__name__] = module
    exec(compile(source.replace(old, new), str(path), "exec"), module.__dict__)


declare()

import sqlalchemy as sa

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.history import History
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.session import Series
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created
from gweithdy.edits.sessions import duplicate, new_session
from gweithdy.exchange.schema import schema
from gweithdy.exchange.session_file import read_session, write_session
from gweithdy.pack.gaps import gaps
from gweithdy.storage import tables
from gweithdy.storage.glance import glance
from gweithdy.storage.library import Library

BYTES = b"a wall, photographed"
PHOTO = attached(BYTES, "wal.jpg", "image/jpeg")
NOW = datetime(2031, 5, 1, 9, 41, 30, tzinfo=UTC)


def main(folder: Path) -> None:
    """Look for the toys everywhere."""
    library = Library.open(folder / "toys.gwdy", now=lambda: NOW)
    series = Series(id=new_id(), title=both("Cyfres", "Series"))
    library.write(Edit("New series", created(series)))
    start = new_session("Diwrnod", "Day", series.id)
    library.write(start)
    workshop = library.workshop(start.session)
    card = Card(id=new_id(), session=workshop.id, text=both("Dŵr", "Water"), mood="siriol")
    wish = Wish(
        id=new_id(), session=workshop.id, text=said("Pont newydd", "cy"), wisher="Gwenllian",
        cards=(card.id,), see="https://example.org/", photo=PHOTO, granted=True, order=1.0,
    )  # fmt: skip
    undone(workshop, library, wish, card)
    in_the_table(library, card, wish)
    in_the_file(library.workshop(workshop.id), wish, card)
    assert {hit.id for hit in library.search("pont")} == {wish.id}
    assert {hit.id for hit in library.search("gwenllian")} == {wish.id}
    assert {hit.id for hit in library.search("siriol")} == {card.id}
    assert (wish.id, "Wish") in {(g.id, g.where) for g in gaps(library.workshop(workshop.id), "en")}
    duplicated(library.workshop(workshop.id))
    of_library_and_series(library, series)
    nobodys(library, workshop)
    library.close()
    library = Library.open(folder / "toys.gwdy")
    assert library.workshop(workshop.id).get(Wish, wish.id) == wish
    seen = glance(folder / "toys.gwdy", workshop.id)
    assert seen
    assert seen.workshop(workshop.id).everything() == library.workshop(workshop.id).everything()
    assert seen.catalogue().everything() == library.catalogue().everything()
    assert library.check() == []
    library.close()


def undone(workshop: Workshop, library: Library, wish: Wish, card: Card) -> None:
    """Make both, undo, redo."""
    history = History()
    edit = Edit("Wish", (*created(card), *created(wish)), workshop.id, files=(BYTES,))
    back = workshop.reverse(edit)
    history.add(edit, back)
    for each in (edit, back):
        library.write(each)
        workshop.take(each)
    assert workshop.of(Wish) == library.workshop(workshop.id).of(Wish) == []
    step = history.next_undo
    assert step
    library.write(step.again)
    workshop.take(step.again)
    assert workshop.of(Wish) == library.workshop(workshop.id).of(Wish) == [wish]
    assert library.workshop(workshop.id).get(Card, card.id).mood == "siriol"


def in_the_table(library: Library, card: Card, wish: Wish) -> None:
    """Columns, and the log from which they can be made again."""
    assert {"mood"} <= set(tables.TABLES["card"].c.keys())
    assert {"text_cy_words", "cards", "see", "photo"} <= set(tables.TABLES["wish"].c.keys())
    with library._reading.connect() as connection:
        query = (
            sa.select(tables.change.c.value).join(tables.thing).where(tables.thing.c.id == wish.id)
        )
        made = connection.scalars(query.order_by(tables.change.c.number)).first()
    assert made["cards"] == [card.id]
    assert made["photo"] == dataclasses.asdict(PHOTO)
    assert library.versions("wish", wish.id, "see") == ["https://example.org/"]
    assert library.bytes_of(PHOTO) == BYTES


def in_the_file(workshop: Workshop, wish: Wish, card: Card) -> None:
    """In the session file, and in its schema."""
    assert schema()["properties"]["wishes"]["items"]["properties"]["cards"]["type"] == "array"
    assert "mood" in schema()["properties"]["cards"]["items"]["properties"]
    data = write_session(workshop)
    again = read_session(data).workshop
    assert again.get(Wish, wish.id) == dataclasses.replace(wish, order=1024.0)
    assert again.get(Card, card.id).mood == "siriol"
    assert write_session(again) == data


def duplicated(workshop: Workshop) -> None:
    """A duplicate takes the wish along, without what belongs to the day and without the cards."""
    copy = duplicate(workshop, "Copi", "Copy")
    values = {c.field: c.value for c in copy.changes if c.entity == "wish"}
    assert values["text.cy.words"] == "Pont newydd"
    assert not {"granted", "cards"} & values.keys()
    assert not [c for c in copy.changes if c.entity == "card"]


def of_library_and_series(library: Library, series: Series) -> None:
    """They have their place: the catalogue."""
    thread = Thread(id=new_id(), series=series.id, title=said("Arian", "cy"))
    body = Body(id=new_id(), name="Cyngor Gwynedd")
    library.write(Edit("More", (*created(thread), *created(body))))
    catalogue = library.catalogue()
    assert catalogue.get(Thread, thread.id) == thread
    assert catalogue.get(Body, body.id) == body
    assert {hit.id for hit in library.search("gwynedd")} == {body.id}


def nobodys(library: Library, workshop: Workshop) -> None:
    """Answers are written without device, author and exact time, in no telling order."""
    answers = [Answer(id=new_id(), session=workshop.id, value=n) for n in range(6)]
    changes = tuple(change for each in answers for change in created(each))
    library.write(Edit("Answers", changes, workshop.id, fact=True, author="Mair"))
    with library._reading.connect() as connection:
        (one,) = connection.execute(
            sa.select(tables.edit).order_by(tables.edit.c.number.desc()).limit(1)
        )
        author = connection.scalar(
            sa.select(tables.word.c.text).where(tables.word.c.number == one.author)
        )
        said = set(connection.scalars(sa.select(tables.word.c.text)))
        devices = connection.execute(
            sa.select(tables.device).order_by(tables.device.c.number)
        ).all()
        query = sa.select(tables.thing.c.id).join(
            tables.change, tables.change.c.thing == tables.thing.c.number
        )
        order = connection.scalars(
            query.where(tables.change.c.edit == one.number).order_by(tables.change.c.number)
        ).all()
    assert author == ""
    assert "Mair" not in said
    assert one.at == NOW.replace(minute=0, second=0)
    assert one.hlc == one.at.timestamp() * 1_000_000
    assert (one.device, one.seq) == (devices[-1].number, 1)
    assert devices[-1].since is None
    assert list(order) == sorted(each.id for each in answers)
    changed_within_the_hour(library, workshop)
    mixed = (
        *created(Answer(id=new_id(), session=workshop.id)),
        Change("session", workshop.id, "packs", 1),
    )
    try:
        library.write(Edit("Mixed", mixed, workshop.id))
    except Problem:
        pass
    else:
        raise AssertionError("signed and unsigned in one edit")
    assert NOUNS["answer"] is Answer


def changed_within_the_hour(library: Library, workshop: Workshop) -> None:
    """The clock says no more than the hour and devices are made up: parents say what came last."""
    for first in range(9):
        answer = Answer(id=new_id(), session=workshop.id, value=first + 1)
        library.write(Edit("Answer", created(answer), workshop.id, fact=True))
        for value in (20, 30):
            changed = (Change("answer", answer.id, "value", value),)
            library.write(Edit("Answer", changed, workshop.id, fact=True))
        assert library.versions("answer", answer.id, "value") == [30]
    assert library.check() == []


if __name__ == "__main__":
    main(Path(sys.argv[1]))
