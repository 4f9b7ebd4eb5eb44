"""Every key of a session file with every kind of wrong value: read right, or refused with its line.

The keys are those that the nouns declare; nothing here names one of them.
"""

from collections.abc import Iterator

import pytest

from gweithdy.domain.entity import Entity, fields, value_of
from gweithdy.domain.fits import fitting
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Series, Session
from gweithdy.exchange.keys import LISTED, written_fields
from gweithdy.exchange.session_file import SessionFile, read_session, write_session

VALUES = (
    "", "~", "a", '"a"', "true", "True", "yes", "1", "-1", "0", "+5", "007", "1.5", "1e3", "1e999",
    ".nan", ".inf", "0x10", "1_000", "٥٠", "²", "9" * 5000, "2026-11-21", "2026-02-30",
    "0000-01-01",
    "20261121", "2026-W47-6", "9:30", "09:30", "24:00", "09:30:15", "930", "2026-11-21T09:30:00Z",
    "2026-11-21T09:30:00", "2026-11-21T09:30:00+25:00", "9999-12-31T23:59:59-14:00", "[]", "[a]",
    "[1, 2]", "[[a]]", "[{cy: a}]", "{}", "{a: b}", "{cy: a}", "{cy: }", "{cy: [a]}", "{cy: {}}",
    "{cy: {words: a, state: new}}", "{cy: {words: [a]}}", "{cy: a, original: fr}", "{fr: a}",
    "{cy: a, en: b, source: cy, state: draft, basis: c}", "{digest: a, name: b, size: c, media: d}",
    f"{{digest: {'a' * 64}, name: b, size: ٣, media: d}}", "room", "cultural", "day", "x" * 20_001,
)  # fmt: skip

HEAD = "gweithdy: 2\n"
SESSION = "session:\n  id: day\n"
TITLE = "  title: {cy: Diwrnod}\n"


def cases() -> Iterator[tuple[type[Entity], str]]:
    for noun in (Series, Session, *LISTED):
        names = [one.name for one in written_fields(noun)]
        yield from ((noun, name) for name in ([] if noun.noun.single else ["id"]) + names)


def file_with(noun: type[Entity], key: str, value: str) -> tuple[str, int]:
    """A file in which `key` of one thing has `value`, and the line where that stands."""
    title = "" if key == "title" else TITLE
    line = f"  {key}: {value}\n"
    if noun is Session:
        before = HEAD + (SESSION if key != "id" else "session:\n") + title
        return before + line, before.count("\n") + 1
    before = HEAD + SESSION + TITLE + f"{noun.noun.key}:\n"
    if noun is Series:
        before += title
    elif not noun.noun.single:
        line = f"  - {line.lstrip()}"
    return before + line, before.count("\n") + 1


def rows(file: SessionFile) -> list[Entity]:
    return [*([file.series] if file.series else []), *file.workshop.everything()]


def tried(text: str) -> tuple[SessionFile | None, Problem | None]:
    try:
        return read_session(text.encode()), None
    except Problem as problem:
        return None, problem


@pytest.mark.parametrize(("noun", "key"), list(cases()))
def test_it_is_read_right_or_refused_with_its_line(noun: type[Entity], key: str) -> None:
    refused = 0
    for value in VALUES:
        text, line = file_with(noun, key, value)
        file, problem = tried(text)
        if problem:
            assert problem.values["line"] == line, value
            assert len(str(problem)) < 500
            refused += 1
        if file is None:
            continue
        for row in rows(file):
            for path, one in fields(type(row)).items():
                assert fitting(one)(value_of(row, path)), (value, path)
        written = write_session(file.workshop, file.series)
        again = read_session(written)
        assert write_session(again.workshop, again.series) == written, value
    assert refused
