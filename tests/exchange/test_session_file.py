"""A session file holds a whole session, and is the same bytes every time."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import TRAPS, words, workshops

from gweithdy.domain.board import Board, Card, CardKind, Lane
from gweithdy.domain.clock import Clock
from gweithdy.domain.entity import Entity, declared
from gweithdy.domain.field import Kind
from gweithdy.domain.ids import new_id
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.sequence import in_sequence, living
from gweithdy.domain.session import Series, Session
from gweithdy.domain.stakeholders import Role, Stakeholder
from gweithdy.domain.text import Written, both, fingerprint, said, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.sessions import bring_in
from gweithdy.exchange.arrivals import arrivals, together
from gweithdy.exchange.block_text import scalar
from gweithdy.exchange.session_file import read_session, write_session
from gweithdy.resources import asset
from gweithdy.storage.library import Library

DEMOS = sorted(asset("demo").glob("*.yaml"))
SHIPPED = [*DEMOS, *sorted(asset("templates").glob("*.yaml"))]
WHOLE = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def without_order(workshop: Workshop) -> dict[type[Entity], list[Entity]]:
    """All that a file says: references to what is gone are gone, the sequence is the order."""
    there = {id for _, id in living(workshop)} | {workshop.session.series}
    found: dict[type[Entity], list[Entity]] = {}
    for noun, rows in in_sequence(workshop).items():
        plain = [_plain(row, there) for row in rows]
        empty = Clock(id=plain[0].id, session=workshop.id) if noun is Clock and plain else None
        found[noun] = [row for row in plain if row != empty]
    return found


def _plain(row: Entity, there: set[str]) -> Entity:
    names = {field.name for field in declared(type(row)) if field.kind is Kind.ID}
    gone: dict[str, object] = {name: "" for name in names if getattr(row, name) not in there}
    lists = {field.name for field in declared(type(row)) if field.kind is Kind.IDS}
    gone |= {name: tuple(id for id in getattr(row, name) if id in there) for name in lists}
    order = {"order": 0.0} if hasattr(row, "order") else {}
    return replace(row, **gone, **order)


@WHOLE
@given(workshops())
def test_nothing_is_lost_and_the_bytes_stay(drawn: tuple[Workshop, Series | None]) -> None:
    workshop, series = drawn
    data = write_session(workshop, series)
    read = read_session(data)
    assert read.series == series
    assert read.workshop.session == workshop.session
    assert without_order(read.workshop) == without_order(workshop)
    assert write_session(read.workshop, read.series) == data


@WHOLE
@given(st.one_of(words(), st.text(max_size=60)))
def test_every_reader_of_yaml_reads_the_same_words(text: str) -> None:
    lines = "\n".join(["top:", *scalar("  key:", text), "  after: x"]) + "\n"
    readers = {getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader}
    for reader in readers:
        assert yaml.load(lines, Loader=reader) == {"top": {"key": text, "after": "x"}}  # noqa: S506


@pytest.mark.parametrize("text", TRAPS)
def test_words_that_yaml_would_misread(text: str) -> None:
    lines = "\n".join(scalar("key:", text))
    assert yaml.safe_load(lines) == {"key": text}


def test_lines_that_a_person_typed_stand_one_below_the_other() -> None:
    assert list(scalar("  cy:", "Un\nDau\n\n- Tri")) == [
        "  cy: |-", "    Un", "    Dau", "", "    - Tri",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Un", "\nUn", "Un\n", "Un \nDau", "Un\n Dau", "Un\n\u2028"])
def test_what_could_not_be_read_back_from_lines_is_quoted(text: str) -> None:
    lines = list(scalar("  cy:", text))
    assert "|" not in lines[0]
    assert yaml.safe_load("\n".join(lines)) == {"cy": text}


def test_long_lines_are_broken() -> None:
    for text in ("a sentence " * 40 + "end", 'said: "so" (again) ' * 40 + "end"):
        lines = list(scalar("    cy:", text))
        assert len(lines) > 3
        assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("path", DEMOS, ids=lambda path: path.stem)
def test_another_library_exports_the_same_bytes(path: Path, tmp_path: Path) -> None:
    read = read_session(path.read_bytes())
    data = write_session(read.workshop, read.series)
    for name in ("one", "two"):
        library = Library.open(tmp_path / name / "library.gwdy", anew=True)
        read = read_session(data)
        library.write(bring_in(read.workshop, read.series, library.catalogue(), None))
        known, workshop = library.catalogue(), library.workshop(read.workshop.id)
        library.close()
        series = known.find(Series, workshop.session.series)
        assert write_session(workshop, series) == data


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_slow_parser_reads_the_same(path: Path) -> None:
    data = path.read_bytes()
    fast = read_session(data)
    with mock.patch.object(yaml, "CSafeLoader", yaml.SafeLoader, create=True):
        slow = read_session(data)
    assert write_session(fast.workshop, fast.series) == write_session(slow.workshop, slow.series)


def test_lists_stand_in_the_order_of_what_they_are_in() -> None:
    session = Session(id="5dbdc5b0-0000-4000-8000-000000000000", title=said("Prawf", "cy"))
    own = {"session": session.id}
    late = Lane(id="11111111-0000-4000-8000-000000000000", order=2.0, **own)
    early = Lane(id="22222222-0000-4000-8000-000000000000", order=1.0, **own)
    cards = [
        Card(id="33333333-0000-4000-8000-000000000000", lane=late.id, order=1.0, **own),
        Card(id="44444444-0000-4000-8000-000000000000", lane=early.id, order=9.0, **own),
        Card(id="55555555-0000-4000-8000-000000000000", lane=early.id, order=3.0, **own),
    ]
    text = write_session(Workshop(session, [late, early, *cards])).decode()
    places = [text.index(f"- id: {row.id}") for row in (early, late, cards[2], cards[1], cards[0])]
    assert places == sorted(places)


HEAD = "gweithdy: 1\nsession:\n  id: day\n  title:\n    cy: Diwrnod\n"


def test_short_names_give_the_same_ids_every_time() -> None:
    text = HEAD + "boards:\n  - id: b.1\n  - title: {en: Two}\nlanes:\n  - {id: no, board: b.1}\n"
    first, again = read_session(text.encode()), read_session(text.encode())
    assert first.workshop.everything() == again.workshop.everything()
    board, second = first.workshop.of(Board)
    assert first.workshop.of(Lane)[0].board == board.id
    assert second.title.original == "en"
    assert [board.order, second.order] == [1024.0, 2048.0]
    assert first.workshop.id == read_session(HEAD.encode()).workshop.id


def test_words_that_look_like_something_else_stay_words() -> None:
    text = HEAD + "people:\n  - {name: no, table: 012}\n  - {name: 9:30, named: true}\n"
    people = read_session(text.encode()).workshop.everything()[1:]
    assert [(p.name, p.table, p.named) for p in people] == [  # type: ignore[attr-defined]
        ("no", "012", False),
        ("9:30", "", True),
    ]


def test_what_the_words_imply_may_be_left_out_and_is() -> None:
    text = HEAD.replace("cy: Diwrnod", "cy: Diwrnod\n    en: Day")
    read = read_session(text.encode()).workshop
    title = read.session.title
    assert (title.original, title.en.basis) == ("cy", fingerprint("Diwrnod"))
    assert write_session(read).decode().count("\n") == text.count("\n") + 1
    assert "title:\n    cy: Diwrnod\n    en: Day\n" in write_session(read).decode()


def test_a_basis_that_is_said_to_be_none_is_none() -> None:
    text = HEAD + '    en: {words: Day, basis: ""}\n'
    read = read_session(text.encode()).workshop
    assert read.session.title.en == Written("Day")
    assert read_session(write_session(read)).workshop.session == read.session


def test_a_series_beside_the_session_is_its_series() -> None:
    read = read_session((HEAD + "series:\n  title: {cy: Cyfres}\n").encode())
    assert read.series
    assert read.workshop.session.series == read.series.id


def test_all_nouns_have_a_key() -> None:
    keys = [noun.noun.key for noun in OWNED]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_what_has_no_id_stands_beside_what_was_once_exported_without_one() -> None:
    head = b"gweithdy: 2\nsession:\n  id: day\n  title: {cy: Diwrnod}\n"
    first = read_session(head + b"people:\n  - name: Ann\n")
    exported = write_session(first.workshop)
    again = read_session(exported.replace(b"people:\n", b"people:\n  - name: Bob\n"))
    bob, ann = again.workshop.of(Participant)
    assert (bob.name, ann.name) == ("Bob", "Ann")
    assert ann == replace(first.workshop.of(Participant)[0], order=ann.order)


def test_an_id_that_means_something_else_in_the_library_is_refused(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.gwdy")
    head = "gweithdy: 2\nsession:\n  id: {}\n  title: {{cy: Diwrnod}}\n"
    first = read_session(head.format("day").encode() + b"cards:\n  - id: a\n")
    card = first.workshop.of(Card)[0].id
    library.write(together(arrivals([first], library)))
    series = "series:\n  id: {}\n  title: {{cy: Cyfres}}\n"
    with closing(library):
        for text in (
            head.format("other") + series.format(card),
            head.format("other") + series.format(first.workshop.id),
            head.format(card),
            head.format("other") + f"people:\n  - id: {card}\n",
        ):
            with pytest.raises(Problem, match="belongs to another"):
                arrivals([read_session(text.encode())], library)
        assert library.check() == []


def test_twenty_thousand_cards_are_not_too_many() -> None:
    read = read_session(b"gweithdy: 2\nsession:\n  id: day\n  title: {cy: Diwrnod}\n")
    text = both("Mae'r amserlen yn rhy dynn i bawb.", "The timetable is too tight for everybody.")
    session = read.workshop.session
    cards = [
        Card(id=new_id(), session=session.id, text=text, captured=datetime.now(UTC), source="3")
        for _ in range(20_000)
    ]
    data = write_session(Workshop(session, cards))
    assert len(read_session(data).workshop.of(Card)) == 20_000


@pytest.mark.parametrize("kind", ["ritual", "no", "a: b", "\ufffd#", "- x", "cult\x15ral"])
def test_a_choice_of_a_newer_version_comes_back_from_its_file(kind: str) -> None:
    head = b"gweithdy: 2\nsession:\n  id: day\n  title: {cy: Diwrnod}\n"
    read = read_session(head + b"cards:\n  - id: a\nstakeholders:\n  - name: {cy: Pawb}\n")
    card, who = read.workshop.of(Card)[0], read.workshop.of(Stakeholder)[0]
    changed = (
        replace(card, kind=CardKind(kind)),
        replace(who, roles=(Role.SPONSOR, Role(kind))),
    )
    written = write_session(Workshop(read.workshop.session, changed))
    again = read_session(written).workshop
    assert (again.of(Card)[0].kind, again.of(Stakeholder)[0].roles[1]) == (tidy(kind), tidy(kind))
    with pytest.raises(Problem, match="must be one of these words"):
        read_session(head + b"newer:\n  - ritual\ncards:\n  - kind: cultral\n")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_state_beside_a_language_without_words_says_nothing(language: str) -> None:
    """Somebody took one language out of a file of format 1: what is typed there is no translation
    that anybody has approved."""
    one, two = language, "en" if language == "cy" else "cy"
    data = f"""gweithdy: 1
session:
  title: {{cy: Dŵr, en: Water, source: cy, state: reviewed}}
  purpose:
    {one}: Words
    source: {two}
    state: reviewed
"""
    session = read_session(data.encode()).workshop.session
    assert session.title.state("en") == "reviewed"
    assert session.purpose.of(one) == Written("Words")
    typed = session.purpose.having(two, "Geiriau")
    assert typed.state(one) == "draft"
