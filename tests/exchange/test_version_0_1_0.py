"""A session file that version 0.1.0 wrote reads as it was written."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.exchange.test_session_file import without_order

from gweithdy.domain.entity import Entity, declared
from gweithdy.domain.field import Kind
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.plain import to_plain
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, Written, fingerprint
from gweithdy.exchange.session_file import read_session, write_session

FILE = Path(__file__).parents[1] / "data" / "session-0.1.0.yaml"


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What stands in the file."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_bytes())
    return found


def items(told: dict[str, Any]) -> Iterator[tuple[type[Entity], dict[str, Any]]]:
    yield Session, told["session"]
    for noun in OWNED:
        found = told.get(noun.noun.key, [])
        yield from ((noun, item) for item in ([found] if noun.noun.single else found))


def expected(old: dict[str, str]) -> Text:
    """A text of format 1: state and basis are of the translation, and 0.1.0 left them out there."""
    records = {}
    for language, other in (("cy", "en"), ("en", "cy")):
        words = old.get(language, "")
        implied = fingerprint(old[other]) if words and other in old else ""
        told = (old.get("state", ""), old.get("basis", implied))
        records[language] = Written(words, *(told if language != old["source"] else ("", "")))
    return Text(records["cy"], records["en"], old["source"])


def test_every_text_is_there_with_its_state_basis_and_original(told: dict[str, Any]) -> None:
    workshop = read_session(FILE.read_bytes()).workshop
    stale = 0
    for noun, item in items(told):
        row = workshop.get(noun, item["id"]) if "id" in item else workshop.of(noun)[0]
        for field in declared(noun):
            if field.kind is Kind.TEXT:
                old = item.get(field.name)
                assert getattr(row, field.name) == (expected(old) if old else Text())
                stale += bool(old and "basis" in old)
    assert stale == 10


def test_everything_else_is_there(told: dict[str, Any]) -> None:
    workshop = read_session(FILE.read_bytes()).workshop
    assert len(workshop.everything()) == len(list(items(told)))
    compared = set()
    for noun, item in items(told):
        row = workshop.get(noun, item["id"]) if "id" in item else workshop.of(noun)[0]
        for field in declared(noun):
            if field.name in item and field.kind is not Kind.TEXT:
                assert to_plain(field, getattr(row, field.name)) == plain(item[field.name])
                compared.add(field.kind)
    assert {Kind.WORDS, Kind.ID, Kind.CHOICE, Kind.MOMENT, Kind.DATE, Kind.TIME} <= compared


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def test_written_again_it_is_the_same_session() -> None:
    read = read_session(FILE.read_bytes())
    data = write_session(read.workshop, read.series)
    again = read_session(data)
    assert without_order(again.workshop) == without_order(read.workshop)
    assert again.workshop.session == read.workshop.session
    assert write_session(again.workshop, again.series) == data
