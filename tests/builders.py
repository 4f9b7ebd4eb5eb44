"""Random sessions, built from the declarations of the nouns."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st

from gweithdy.domain.attached import attached
from gweithdy.domain.clock import Clock, clock_id
from gweithdy.domain.entity import Entity, declared, noun_name
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import as_may_be_seen
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import Language, Text, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.keys import limits

TRAPS = (
    "no", "Yes", "y", "on", "null", "~", "9:30", "012", "0x1F", "1e3", ".inf", "2026-01-01", "=",
    "<<", "- one", "? what", "a: b", "a:", "a #b", "#b", "'it'", '"said"', "it's", "&a", "*a", "!a",
    "{a}", "[a]", "a, b", "%a", "@a", "`a", "|", ">", "---", "...", "--- a", "a\nb", "a\n\n  b\n c",
    "a \nb", "-\n-", "# a\n# b", "a\u2028b", "a\u2029b", "a\x85b", "\ufeffa", "a\xa0b", "\uffff",
    "ŵ Ŷ", "🙂", "\\", "a\\ b", "a\\n", "\U0010ffff", "e\u0301", ": ", "http://example.org/?a=b#c",
    "true ", "a  b", "word " * 60, "well - that: " * 30, '"quote" \\ ' * 30, "- x " * 60, "a" * 250,
)  # fmt: skip

ids = st.uuids(version=4).map(str)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
minutes = st.times().map(lambda at: time(at.hour, at.minute))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)
orders = st.floats(-1e9, 1e9)


def words(smallest: int = 0) -> st.SearchStrategy[str]:
    """What people may type, tidied as the program tidies it."""
    said = st.one_of(
        st.sampled_from(TRAPS), st.text(max_size=40), st.text("aw ŵ\n:#-", max_size=40)
    )
    return said.map(tidy).filter(lambda text: tidy(text) == text and len(text) >= smallest)


@st.composite
def texts(draw: st.DrawFn, *, empty: bool = True) -> Text:
    """A text as the verbs make it."""
    kind = draw(st.sampled_from(["none", "cy", "en", "both"] if empty else ["cy", "en", "both"]))
    if kind == "none":
        return Text()
    original = Language(kind if kind != "both" else draw(st.sampled_from(["cy", "en"])))
    text = Text().having(original, draw(words(1)))
    if kind == "both":
        text = text.having(original.other, draw(words(1)))
    for language in Language:
        state = draw(st.sampled_from(["", "draft", "machine", "sent", "translated", "reviewed"]))
        basis = draw(st.sampled_from([text.of(language).basis, "0badc0de"]))
        record = replace(text.of(language), state=state, basis=basis)
        text = replace(text, **{str(language): record})
    # Somebody may since have chosen the other one as the original.
    return text.said_in(draw(st.sampled_from([original, original.other])))


files = st.none() | words(1).map(lambda name: attached(b"a file", name, "image/jpeg"))


def values(noun: type[Entity], field: Field) -> st.SearchStrategy[Any]:
    """Any value that a field may have; not for references."""
    low, high = limits(field)
    match field.kind:
        case Kind.TEXT:
            return texts(empty=noun not in (Series, Session) or field.name != "title")
        case Kind.WORDS | Kind.LINK:
            return words()
        case Kind.INTEGER:
            return st.integers(low, high)
        case Kind.NUMBER:
            return orders if field.name == "order" else st.floats(low, high)
        case Kind.FLAG:
            return st.booleans()
        case Kind.DATE:
            return st.none() | days
        case Kind.TIME:
            return st.none() | minutes
        case Kind.MOMENT:
            return st.none() | moments
    assert field.choices, field
    if field.kind is Kind.CHOICES:
        return st.lists(st.sampled_from(field.choices), unique=True).map(tuple)
    return st.sampled_from(field.choices)


@st.composite
def entities(
    draw: st.DrawFn, noun: type[Entity], id: Id, session: Id, known: dict[str, list[Id]]
) -> Entity:
    """Any `noun`; its references point at those of `known`, or nowhere."""
    made: dict[str, Any] = {}
    for field in declared(noun):
        if field.name == "session":
            made["session"] = session
        elif field.kind in (Kind.ID, Kind.IDS):
            targets = [id for kind in field.ref.split("|") for id in known.get(kind, [])]
            one = st.sampled_from(["", *targets])
            some = st.lists(st.sampled_from(targets), unique=True) if targets else st.just([])
            made[field.name] = draw(one if field.kind is Kind.ID else some.map(tuple))
        else:
            made[field.name] = draw(files if field.kind is Kind.FILE else values(noun, field))
    return noun(id=id, **made)


@st.composite
def workshops(draw: st.DrawFn, most: int = 3) -> tuple[Workshop, Series | None]:
    """Any session with everything that can belong to it, and the series it is in."""
    series: Series | None = None
    if draw(st.booleans()):
        made = draw(entities(Series, draw(ids), "", {}))
        assert isinstance(made, Series)
        series = replace(made, deleted=False)
    known = {"series": [series.id]} if series else {}
    session = draw(entities(Session, draw(ids), "", known))
    assert isinstance(session, Session)
    session = replace(session, deleted=False, series=series.id if series else "")
    rows: list[Entity] = []
    for noun in OWNED:
        some = draw(st.lists(ids, max_size=1 if noun is Clock else most, unique=True))
        names = [clock_id(session.id) for _ in some] if noun is Clock else some
        known[noun_name(noun)] = names
        rows += [draw(entities(noun, id, session.id, known)) for id in names]
    # What a board does not keep is in no session.
    return as_may_be_seen(Workshop(session, rows)), series
