"""A session as it was when a version of its pack went out."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import both
from gweithdy.edits.changes import created
from gweithdy.edits.pack import exported
from gweithdy.storage.library import Library


def export(day: Day) -> None:
    day.library.write(exported(day.library.workshop(day.session).session))


def words(day: Day, version: int) -> dict[str, str]:
    """The cards of a version by their ids."""
    then = day.library.workshop_then(day.session, day.library.packed(day.session)[version].edit)
    assert then.session.packs == version
    return {card.id: card.text.get("cy") for card in then.of(Card)}


def test_each_version_is_found_as_it_was(day: Day) -> None:
    kept, changed, removed = (day.capture(name) for name in ("un", "dau", "tri"))
    export(day)
    day.rewrite(changed, "dau eto")
    day.library.write(day.edit("card", removed, deleted=True))
    added = day.capture("pedwar")
    export(day)
    day.rewrite(kept, "un eto")
    assert words(day, 1) == {kept: "un", changed: "dau", removed: "tri"}
    assert words(day, 2) == {kept: "un", changed: "dau eto", added: "pedwar"}
    assert sorted(day.library.packed(day.session)) == [1, 2]


def test_the_state_after_the_last_edit_is_the_one_of_now(day: Day) -> None:
    day.rewrite(day.capture("un"), "dau")
    day.library.write(day.edit("card", day.capture("tri"), deleted=True, captured=None))
    now = day.library.workshop(day.session)
    then = day.library.workshop_then(day.session, now.position)
    assert sorted(then.everything(), key=lambda e: e.id) == sorted(
        now.everything(), key=lambda e: e.id
    )


def test_another_session_is_not_in_it(day: Day) -> None:
    export(day)
    assert day.library.packed("another") == {}
    with pytest.raises(Problem):
        day.library.workshop_then(day.session, 0)


def test_it_is_known_when_a_version_was_counted(tmp_path: Path) -> None:
    moment = datetime(2026, 12, 3, 17, 45, tzinfo=UTC)
    library = Library.open(tmp_path / "a.gwdy", now=lambda: moment)
    session = Session(id=new_id(), title=both("Diwrnod", "Day"))
    library.write(Edit("Add", created(session), session.id))
    library.write(exported(session))
    assert library.packed(session.id)[1].at == moment
    library.close()
