"""Every document that the domain allows can be built, soon, and nothing of it is lost."""

import re
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.pack.builders import Day, pack, rich_day, text_of

from gweithdy.domain.agenda import Block
from gweithdy.domain.entity import Entity, declared
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.fits import NOT_KEPT
from gweithdy.domain.text import Text, both
from gweithdy.pack.document import Document
from gweithdy.pack.writing import boxes, written

SOON = 3.0
"""Seconds in which a pack with one such text is there."""

any_letters = st.text(max_size=30).filter(lambda words: not NOT_KEPT.search(words))
long_ones = st.builds(
    lambda unit, n: (unit * n)[:6000],
    any_letters | st.sampled_from(["w", "gair ", "x\n", "🙂", "ŵ✓", "\u200b", "سلام "]),
    st.sampled_from([10, 100, 1000]),
)
words = any_letters | long_ones
moments = st.datetimes(
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-14)), timezone(timedelta(hours=14))])
)


def values(field: Field) -> st.SearchStrategy[Any] | None:
    """Any value that the domain allows; None for references and whether something was removed."""
    low, high = -(2**63) if field.least is None else field.least, field.most or 2**63 - 1
    simple: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.TEXT: st.builds(both, words, words) | st.just(Text()),
        Kind.WORDS: words,
        Kind.DATE: st.none() | st.dates(),
        Kind.TIME: st.none() | st.times(),
        Kind.MOMENT: st.none() | moments,
        Kind.INTEGER: st.integers(low, high),
    }
    if field.choices and field.kind is Kind.CHOICE:
        return st.sampled_from(field.choices)
    return simple.get(field.kind)


@st.composite
def days(draw: st.DrawFn) -> Day:
    """A day with something in every section, and anything in a few of its fields."""
    day = rich_day()
    places = st.integers(0, len(day.entities))
    for place in draw(st.lists(places, min_size=1, max_size=8, unique=True)):
        is_session = place == len(day.entities)
        made = draw(spoiled(day.session if is_session else day.entities[place]))
        if is_session:
            day.session = made
        else:
            day.entities[place] = made
    return day


@st.composite
def spoiled(draw: st.DrawFn, entity: Any) -> Any:
    """The same thing with anything in one of its fields, or in all of them."""
    known = {one.name: values(one) for one in declared(type(entity))}
    usable = {name: made for name, made in known.items() if made is not None}
    chosen = draw(st.sampled_from([*usable, ""])) if usable else ""
    names = [chosen] if chosen else list(usable)
    return replace(entity, **{name: draw(usable[name]) for name in names})


@given(days(), words)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_document_that_the_domain_allows_can_be_built(day: Day, house: str) -> None:
    document = pack(day, language="cy", organisation=both(house, house))
    boxes(document)
    check(document)


def check(document: Document) -> bytes:
    """Build it, and see that nothing is drawn beside or below a page."""
    pdf = written(document)
    opened = pypdfium2.PdfDocument(pdf)
    for page in opened:
        text = page.get_textpage()
        for n in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(n)
            assert left > 40 and right < 595 - 40, (left, right)  # noqa: PT018
            assert bottom > 20 and top < 842 - 20, (bottom, top)  # noqa: PT018
    opened.close()
    return pdf


LONG = {
    "unbroken": "w" * 20_000,
    "words": " ".join(f"gair{n}" for n in range(2000)),
    "lines": "\n".join(f"gair{n}" for n in range(800)),
    "nothing": "\u200b",
    "space": "\u00a0",
    "faces": "🙂" * 500,
    "markup": "<b>&'\"" * 2000,
}


def places() -> list[tuple[str, str]]:
    """Every field of words, by noun and name."""
    nouns = {type(each): None for each in [rich_day().session, *rich_day().entities]}
    return [
        (noun.__name__, one.name)
        for noun in nouns
        for one in declared(noun)
        if one.kind in (Kind.TEXT, Kind.WORDS)
    ]


@pytest.mark.parametrize("name", sorted(LONG.keys() - {"words"}))
def test_such_a_text_may_stand_anywhere(name: str) -> None:
    for noun, field in places():
        began = time.perf_counter()
        check(pack(with_one(noun, field, LONG[name]), language="cy"))
        assert time.perf_counter() - began < SOON, (noun, field)


def with_one(noun: str, field: str, said: str) -> Day:
    """A rich day with `said` in one field of the first thing of a noun."""
    day = rich_day()

    def put(entity: Entity) -> Any:
        value = both(said, said) if isinstance(getattr(entity, field), Text) else said
        return replace(entity, **{field: value})

    if noun == "Session":
        day.session = put(day.session)
        return day
    place = next(n for n, each in enumerate(day.entities) if type(each).__name__ == noun)
    day.entities[place] = put(day.entities[place])
    return day


PRINTED_WHOLE = [
    ("Session", "title"),
    ("Session", "purpose"),
    ("Board", "title"),
    ("Lane", "title"),
    ("Theme", "title"),
    ("Card", "text"),
    ("Card", "source"),
    ("Stakeholder", "name"),
    ("Quote", "text"),
    ("Parked", "text"),
    ("Action", "text"),
    ("Action", "owner"),
    ("Block", "title"),
    ("Block", "lead"),
    ("Reflection", "text"),
    ("Participant", "organisation"),
]


MORE_THAN_ONCE = {
    ("Stakeholder", "name"): 2,
    ("Theme", "title"): 3,
    ("Action", "text"): 2,
    ("Action", "owner"): 2,
}
"""They stand in a second table too, of ties and of votes, or in the summary."""


@pytest.mark.parametrize(("noun", "field"), PRINTED_WHOLE)
@pytest.mark.parametrize("name", ["words", "lines"])
def test_a_long_text_goes_on_on_the_next_page_and_no_word_is_lost(
    noun: str, field: str, name: str
) -> None:
    pdf = written(pack(with_one(noun, field, LONG[name]), language="cy"))
    seen = Counter(re.findall(r"gair\d+", text_of(PdfReader(BytesIO(pdf)))))
    last = LONG[name].split()[-1]
    assert set(seen) == set(LONG[name].split())
    # Further places show only how it begins, and none shows one line twice at a page's end.
    middle = [seen[f"gair{n}"] for n in range(400, 700)]
    assert set(middle) == {seen[last]}
    assert seen[last] == MORE_THAN_ONCE.get((noun, field), 1)


def test_moments_at_both_ends_of_all_years() -> None:
    day = Day(date=date(9999, 12, 31))
    first, last = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    day.add(Block, title=both("Un", "One"), began=first, ended=last)
    assert "00:00–23:59" in text_of(PdfReader(BytesIO(check(pack(day)))))
