"""Session files that come into a library: all or none, and over nothing that is there."""

from dataclasses import dataclass, field, replace

import pytest

from gweithdy.domain.board import Card, Lane
from gweithdy.domain.change import Edit, Origin
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.edits.sessions import delete_session
from gweithdy.exchange.arrivals import arrivals, copies, together
from gweithdy.exchange.session_file import SessionFile, read_session

DAY = "gweithdy: 2\nsession:\n  id: {}\n  title: {{cy: Diwrnod}}\n"
SERIES = "  series: s\nseries:\n  id: s\n  title: {cy: Cyfres}\n"
BOARD = "lanes:\n  - id: {0}-l\ncards:\n  - id: {0}-c\n    lane: {0}-l\n    text: {{cy: Dŵr}}\n"


@dataclass
class Memory:
    """A library in memory."""

    known: Catalogue = field(default_factory=Catalogue)
    workshops: dict[str, Workshop] = field(default_factory=dict)

    def catalogue(self) -> Catalogue:
        return self.known.copy()

    def workshop(self, session: str) -> Workshop:
        return self.workshops[session]

    def take(self, edit: Edit, *files: SessionFile) -> None:
        """Keep what came in."""
        self.known.take(edit)
        for file in files:
            workshop = self.workshops.setdefault(
                file.workshop.id, Workshop(Session(id=file.workshop.id))
            )
            own = {each.id for each in file.workshop.everything()}
            workshop.take(replace(edit, changes=tuple(c for c in edit.changes if c.id in own)))


def file(name: str = "day", more: str = "") -> SessionFile:
    return read_session((DAY.format(name) + more + BOARD.format(name)).encode())


@pytest.fixture
def library() -> Memory:
    """A library that has the day `day`."""
    made = Memory()
    made.take(together(arrivals([file()], made)), file())
    return made


def test_a_session_comes_in_whole() -> None:
    library = Memory()
    (arrival,) = arrivals([file(more=SERIES)], library)
    assert (arrival.edit.origin, arrival.edit.about) == (Origin.IMPORT, arrival.session.title)
    library.take(arrival.edit, file(more=SERIES))
    (session,), (series,) = library.known.of(Session), library.known.of(Series)
    assert session.series == series.id
    assert [card.text.cy.words for card in library.workshop(session.id).of(Card)] == ["Dŵr"]


def test_what_is_there_already_unchanged_is_left_as_it_is(library: Memory) -> None:
    (arrival,) = arrivals([file()], library)
    assert not arrival.edit
    assert arrival.session == library.known.of(Session)[0]


def test_other_contents_never_replace_what_is_there(library: Memory) -> None:
    other = file()
    card = replace(other.workshop.of(Card)[0], text=both("Tân", "Fire"))
    rows = other.workshop.of(Lane)
    changed = SessionFile(None, Workshop(other.workshop.session, [*rows, card]))
    with pytest.raises(Problem, match="with other contents"):
        arrivals([changed], library)


def test_a_deleted_session_comes_back_as_it_is_in_the_file(library: Memory) -> None:
    session = library.known.of(Session)[0]
    gone = delete_session(session)
    library.known.take(gone)
    library.workshops[session.id].take(gone)
    (arrival,) = arrivals([file()], library)
    library.known.take(arrival.edit)
    assert library.known.of(Session) == [session]


def test_a_series_with_other_words_is_refused(library: Memory) -> None:
    one = file("one", SERIES)
    library.take(together(arrivals([one], library)), one)
    assert arrivals([file("two", SERIES)], library)[0].edit
    with pytest.raises(Problem, match="with other words"):
        arrivals([file("two", SERIES.replace("Cyfres", "Arall"))], library)


def test_two_files_of_one_session_come_in_once_if_they_say_the_same() -> None:
    assert len(arrivals([file(), file()], Memory())) == 1
    with pytest.raises(Problem, match="the same session"):
        arrivals([file(), file(more="  place: {cy: Yma}\n")], Memory())


def test_several_come_in_as_one_step_and_one_says_its_name() -> None:
    one = together(arrivals([file("one")], Memory()))
    both_of_them = together(arrivals([file("one", SERIES), file("two", SERIES)], Memory()))
    assert one.about == said("Diwrnod", "cy")
    assert one.about == said("Diwrnod", "cy")
    assert both_of_them.origin is Origin.IMPORT
    assert both_of_them.session == ""
    library = Memory()
    library.take(both_of_them, file("one", SERIES), file("two", SERIES))
    assert len(library.known.of(Session)) == 2
    assert len(library.known.of(Series)) == 1


def test_a_copy_shares_nothing_with_what_is_there_but_a_series_just_like_it(
    library: Memory,
) -> None:
    one = file("one", SERIES)
    library.take(together(arrivals([one], library)), one)
    (copy,) = copies([one], library.catalogue())
    assert not {e.id for e in copy.workshop.everything()} & {
        e.id for e in one.workshop.everything()
    }
    assert copy.workshop.of(Card)[0].lane == copy.workshop.of(Lane)[0].id
    assert copy.series == one.series
    other = file("two", SERIES.replace("Cyfres", "Arall"))
    first, second = copies([other, other], library.catalogue())
    assert first.series
    assert second.series
    assert one.series
    assert first.series.id == second.series.id != one.series.id
    assert first.workshop.session.series == first.series.id
    (alone,) = copies([file()], library.catalogue())
    assert (alone.series, alone.workshop.session.series) == (None, "")
