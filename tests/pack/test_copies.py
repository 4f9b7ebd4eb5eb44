"""Copies for others: what each of them leaves out, everywhere, and what is said about it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pack.builders import TODAY, Day, of, pack, read, rich_day, text_of

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card
from gweithdy.domain.people import LanguageChoice, Mode, Participant, Sector
from gweithdy.domain.quotes import Quote
from gweithdy.domain.text import both, said
from gweithdy.pack.contents import PackOptions, outcome
from gweithdy.pack.copies import COPY_LABELS, Copy
from gweithdy.pack.counts import FEWEST, without_small
from gweithdy.pack.document import Cover, Document, Item, Table
from gweithdy.pack.kept_back import Choice
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import runs_in
from gweithdy.pack.withheld import withheld

MAIL, PHONE = "aled.tudur@example.org", "029 2087 4000"


def full() -> Day:
    """A rich day with all that a copy may leave out."""
    day = rich_day()
    day.add(Participant, name="Aled Tudur", table="3", language=LanguageChoice.EN)
    day.cards(both(f"Gofyn i Aled Tudur ({MAIL}, {PHONE})", f"Ask Aled Tudur ({MAIL}, {PHONE})"))
    day.add(
        Block,
        title=both("Cinio", "Lunch"),
        lead="Ceri Amlwg",
        notes=both("Cadwch lygad ar y cloc", "Mind the clock"),
        online=both("Aros", "Stay on the line"),
    )
    day.add(Quote, text=said("Ie.", "cy"), speaker="Beca Lafar", named=True)
    return day


def everything(document: Document) -> str:
    """The tree and the whole file of a pack as words."""
    reader = read(document)
    assert reader.xmp_metadata
    return "\n".join(
        (
            *(run.text for run in runs_in(document)),
            text_of(reader),
            str(reader.metadata),
            str(reader.outline),
            reader.xmp_metadata.rdf_root.toxml(),
        )
    )


def copy(kind: Copy, **options: Any) -> str:
    return everything(pack(full(), copy=kind, **options))


AGREED = ("Siân Agored", "Beca Lafar", "Ceri Amlwg")
NEVER = ("Aled", "Tudur", "Dafydd", MAIL, PHONE)
NOTES = ("Mind the clock", "Stay on the line")


@pytest.mark.parametrize("kind", [Copy.PARTICIPANTS, Copy.COMMISSIONER])
def test_those_who_agreed_are_named_and_nobody_else(kind: Copy) -> None:
    words = copy(kind)
    assert all(each in words for each in AGREED)
    assert not any(each in words for each in (*NEVER, *NOTES))


def test_a_public_copy_names_nobody() -> None:
    words = copy(Copy.PUBLIC, names=True)
    assert not any(each in words for each in (*AGREED, *NEVER, *NOTES))
    for name in ("Agored", "Lafar", "Amlwg"):
        assert name not in words


def test_the_copy_of_the_facilitator_has_everything() -> None:
    words = copy(Copy.FACILITATOR, names=False)
    assert all(each in words for each in (*AGREED, *NEVER, *NOTES))
    (table,) = [
        table
        for table in of(pack(full(), copy=Copy.FACILITATOR), Table, 1)
        if words_of(table.columns[0].heading) == "Name"
    ]
    rows = ["|".join(run.text for run in runs_in(row)) for row in table.rows]
    assert rows == [
        "Aled Tudur|3|English",
        "Dafydd Cudd|Welsh",
        "Siân Agored|A county council|agreed",
    ]


@pytest.mark.parametrize("kind", [Copy.COMMISSIONER, Copy.PUBLIC])
def test_where_something_came_from_stays_inside(kind: Copy) -> None:
    for document, is_told in ((pack(rich_day()), True), (pack(rich_day(), copy=kind), False)):
        words = [run.text for run in runs_in(document.parts[1].sections)]
        assert any("Table\u00a03" in each for each in words) is is_told
        assert any("Room" in each for each in words) is is_told


@pytest.mark.parametrize(
    ("source", "told"), [("3", "Table\u00a03"), ("Yr ardd gefn", "Yr ardd gefn")]
)
def test_a_place_is_called_what_the_screen_calls_it(source: str, told: str) -> None:
    day = Day()
    day.add(Card, lane=day.lane().id, text=both("Bws", "Bus"), source=source)
    (item,) = [each for each in of(pack(day, language="en"), Item) if each.thing]
    assert [run.text for run in runs_in(item)][-1] == told


@pytest.mark.parametrize("kind", Copy)
def test_each_copy_but_the_usual_one_says_whose_it_is(kind: Copy) -> None:
    (cover,) = of(pack(Day(), copy=kind, language="en"), Cover)
    told = [words_of(fact.value) for fact in cover.facts if fact.label.text == "This copy"]
    assert told == ([] if kind is Copy.PARTICIPANTS else [COPY_LABELS[kind]])


def people(*groups: tuple[int, Mode, LanguageChoice, Sector]) -> Day:
    day = Day()
    for n, mode, language, sector in groups:
        for _ in range(n):
            day.add(Participant, mode=mode, language=language, sector=sector)
    return day


def counts(day: Day) -> list[list[str]]:
    document = pack(day, copy=Copy.PUBLIC, language="en")
    return [[run.text for run in runs_in(row)] for t in of(document, Table) for row in t.rows]


def test_no_small_group_is_counted_out_for_everybody() -> None:
    known = LanguageChoice.CY, Sector.HEALTH
    day = people(
        (20, Mode.ROOM, *known),
        (7, Mode.ROOM, LanguageChoice.EN, Sector.LOCAL),
        (3, Mode.ONLINE, LanguageChoice.EN, Sector.BUSINESS),
    )
    assert counts(day) == [["Welsh", "20"], ["English", "10"], ["Health", "20"]]
    words = [run.text for run in runs_in(pack(day, copy=Copy.PUBLIC, language="en"))]
    assert " Health: 20" in words, "nor in the summary"
    assert "Groups of fewer than 5 people are not shown." in words


def test_very_few_people_are_not_counted_at_all() -> None:
    day = people((4, Mode.ROOM, LanguageChoice.CY, Sector.HEALTH))
    words = [run.text for run in runs_in(pack(day, copy=Copy.PUBLIC, language="en"))]
    assert "Fewer than 5 people took part." in words
    assert counts(day) == []


@given(st.lists(st.integers(1, 30), max_size=8), st.integers(0, 12))
def test_no_small_group_can_be_worked_out(sizes: list[int], unknown: int) -> None:
    groups = {str(place): n for place, n in enumerate(sizes)}
    everybody = sum(sizes) + unknown
    told = without_small(groups, everybody)
    rest = everybody - sum(told.values())
    assert all(n >= FEWEST for n in told.values())
    assert rest == 0 or rest >= FEWEST or not told
    hidden = [n for label, n in groups.items() if label not in told]
    # One group alone that is not told would be the rest itself.
    assert not (len(hidden) == 1 and hidden[0] < FEWEST and hidden[0] == rest and told)


def test_nothing_is_kept_back_where_every_group_is_large() -> None:
    assert without_small({"a": 5, "b": 9}, 14) == {"a": 5, "b": 9}


def kept(day: Day, **options: Any) -> dict[str, int]:
    made = PackOptions(**options)
    workshop = day.workshop()
    found = outcome(workshop, made, TODAY).found
    return {each.what: each.n for each in withheld(workshop, made, found)}


def test_what_is_kept_out_is_counted_before_anybody_gets_it() -> None:
    assert kept(full()) == {
        "Name without consent": 3,
        "E-mail address": 2,
        "Telephone number": 2,
        "People who are counted and not named": 2,
        "Facilitator's notes on the agenda": 1,
        "What people online do meanwhile": 1,
    }
    public = kept(full(), copy=Copy.PUBLIC)
    assert public["Who is responsible"] == 2
    assert public["Who leads"] == 3
    assert public["Who said a quote"] == 3
    assert public["People who are counted and not named"] == 3
    assert public["Where something came from"] == 11
    assert public["Groups of few people"] == 5
    assert kept(full(), copy=Copy.FACILITATOR) == {}


def test_who_has_no_name_is_not_among_those_who_are_not_named() -> None:
    day = Day()
    day.add(Participant, name=" ", mode=Mode.ONLINE)
    assert kept(day) == {}


def test_what_is_chosen_to_be_printed_is_not_kept_out() -> None:
    assert "E-mail address" not in kept(full(), choose=lambda _found: Choice.PRINT)


def test_cards_that_no_section_prints_are_told() -> None:
    assert kept(Day(), sections=()) == {}
    assert kept(rich_day(), sections=())["Cards"] == 7
