"""The schema and the documentation are fresh, and they agree with the reader."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from tests.builders import workshops

from gweithdy.domain.session import Series
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.schema import fresh_documentation, schema, schema_file
from gweithdy.exchange.session_file import read_session, write_session
from gweithdy.resources import asset

SCHEMA = asset("session.schema.json")
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "session-format.md"
ANEW = "run: python -m tests.exchange.test_schema"
VALIDATOR = jsonschema.Draft202012Validator(schema())
SHIPPED = sorted([*asset("demo").glob("*.yaml"), *asset("templates").glob("*.yaml")])


def plain(data: bytes) -> Any:
    """What an editor sees: dates stay words, as in JSON."""
    found = yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return json.loads(json.dumps(found, default=_iso))


def _iso(value: object) -> str:
    assert isinstance(value, date | datetime)
    return value.isoformat()


def test_the_schema_is_fresh() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert SCHEMA.read_bytes() == schema_file(), ANEW


def test_the_documentation_is_fresh() -> None:
    text = DOCUMENTATION.read_text("utf-8")
    assert text == fresh_documentation(text), ANEW


def test_the_example_of_the_documentation_can_be_read() -> None:
    example = DOCUMENTATION.read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    VALIDATOR.validate(plain(example.encode()))
    assert len(read_session(example.encode()).workshop.everything()) == 4


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_files_keep_to_the_schema(path: Path) -> None:
    VALIDATOR.validate(plain(path.read_bytes()))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(workshops())
def test_any_session_keeps_to_the_schema(drawn: tuple[Workshop, Series | None]) -> None:
    VALIDATOR.validate(plain(write_session(*drawn)))


@pytest.mark.parametrize(
    "bad",
    ["clock: []", "cards: [{colour: red}]", "people: [{mode: both}]", "quotes: [{text: hello}]"],
)
def test_the_schema_refuses_what_the_reader_refuses(bad: str) -> None:
    data = f"gweithdy: 1\nsession: {{title: {{cy: a}}}}\n{bad}\n".encode()
    assert not VALIDATOR.is_valid(plain(data))


if __name__ == "__main__":
    SCHEMA.write_bytes(schema_file())
    text = DOCUMENTATION.read_text("utf-8")
    DOCUMENTATION.write_text(fresh_documentation(text), "utf-8", newline="\n")
