"""Names without consent, e-mail addresses and telephone numbers never reach a pack unasked."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.pack.builders import TODAY, Day, language_of, of, pack, read, rich_day, text_of

from gweithdy.domain.actions import Action
from gweithdy.domain.board import Vote
from gweithdy.domain.entity import Entity, declared, noun_name
from gweithdy.domain.field import Kind
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import Language, both, said
from gweithdy.pack.contents import PackOptions, outcome
from gweithdy.pack.document import ListBlock, QuoteBlock
from gweithdy.pack.kept_back import Choice, Found, Private
from gweithdy.pack.runs import Voice, words_of
from gweithdy.pack.walking import runs_in

MAIL, PHONE = "aled.tudur@example.org", "029 2087 4000"
ALED = f"Aled Tudur ({MAIL}, {PHONE}) a'r lleill"


def filled(entity: Entity, words: str) -> Entity:
    """`entity` with `words` in every field that holds any."""
    values: dict[str, Any] = {}
    for field in declared(type(entity)):
        if field.kind is Kind.TEXT:
            values[field.name] = both(words, words)
        elif field.kind in (Kind.WORDS, Kind.LINK):
            values[field.name] = words
    return replace(entity, **values)


@pytest.fixture
def full() -> Day:
    """A day with Aled's name, address and number in every text, and without Aled's consent."""
    day = rich_day()
    day.entities = [filled(each, ALED) for each in day.entities]
    session = filled(day.session, ALED)
    day.session = session  # type: ignore[assignment]
    day.add(Participant, name="Aled Tudur")
    return day


def flat(outline: Any) -> Iterator[Any]:
    """The entries of an outline, however deep."""
    for each in outline:
        if isinstance(each, list):
            yield from flat(each)
        else:
            yield each


def test_nothing_private_is_anywhere_in_the_file(full: Day) -> None:
    document = pack(full, organisation=both(ALED, ALED))
    reader = read(document)
    # Not the objects themselves: their addresses hold any digits.
    titles = [each.title for each in flat(reader.outline)]
    assert titles
    told = f"{dict(reader.metadata)} {titles}"
    for words in (text_of(reader), told, "\n".join(run.text for run in runs_in(document))):
        for private in ("Aled", "Tudur", MAIL, PHONE, "4000"):
            assert private not in words
        assert "lleill" in words


def test_what_was_found_is_told_once_with_its_place(full: Day) -> None:
    found = outcome(full.workshop(), PackOptions(), TODAY).found
    assert {(each.kind, each.words) for each in found} == {
        (Private.NAME, "Aled Tudur"),
        (Private.EMAIL, MAIL),
        (Private.PHONE, PHONE),
    }
    keys = [each.key for each in found]
    assert len(keys) == len(set(keys))
    assert all(each.where for each in found)


@pytest.mark.parametrize("noun", [Action, Parked, Quote, Stakeholder])
def test_a_place_is_named(noun: type[Entity]) -> None:
    day = Day()
    day.add(Participant, name="Aled Tudur")
    field = "name" if noun is Stakeholder else "text"
    thing = day.add(noun, **{field: said("Aled said so.", "en")})
    (found,) = outcome(day.workshop(), PackOptions(), TODAY).found
    assert found == Found(Private.NAME, "Aled", "Aled said so.", found.thing, Language.EN)
    assert found.thing
    assert (found.thing.noun, found.thing.id) == (noun_name(noun), thing.id)
    assert found.where == noun.noun.label


def test_a_table_of_votes_with_a_name_leads_to_what_was_voted_on() -> None:
    day = Day()
    day.add(Participant, name="Aled Tudur")
    (card,) = day.cards(said("Words", "en"))
    for source, count in (("Aled Tudur", 3), ("online", 1)):
        day.add(Vote, target=card.id, source=source, count=count)
    found = outcome(day.workshop(), PackOptions(), TODAY).found
    assert {each.words for each in found} == {"Aled Tudur"}
    assert {each.thing and each.thing.id for each in found} == {card.id}


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (Choice.MARK, "Then [name not printed] rang [telephone number not printed]."),
        (Choice.LEAVE_OUT, "Then rang."),
        (Choice.PRINT, "Then Aled rang 029 2087 4000."),
    ],
)
def test_a_person_chooses_for_each(choice: Choice, left: str) -> None:
    day = Day()
    day.add(Participant, name="Aled Tudur")
    day.cards(said(f"Then Aled rang {PHONE}.", "en"), said("Aled again", "en"))

    def choose(found: Found) -> Choice:
        return choice if found.text.startswith("Then") else Choice.MARK

    cards = of(pack(day, language="en", choose=choose), ListBlock)[-1].items
    assert [words_of(tuple(runs_in(card))) for card in cards] == [left, "[name not printed] again"]


def test_names_are_kept_back_from_quotes_and_from_their_translations() -> None:
    day = Day()
    day.add(Participant, name="Aled Tudur")
    text = said("Gofynnodd Aled i mi.", "cy").having("en", "Aled asked me.")
    day.add(Quote, text=text, speaker="Aled Tudur", named=True)
    document = pack(day)
    welsh, english = (of(document, QuoteBlock, part)[0] for part in range(2))
    assert words_of(welsh.runs) == words_of(english.runs) == "Gofynnodd [enw heb ei argraffu] i mi."
    assert words_of(english.translation) == "Translation: [name not printed] asked me."
    assert words_of(english.said_by).startswith("[name not printed]")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ring 07700 900123 or (029) 2087 4000.", ["07700 900123", "(029) 2087 4000"]),
        ("+44 (0)29 2087-4000; +353 1 234 5678", ["+44 (0)29 2087-4000", "+353 1 234 5678"]),
        ("01443 123456", ["01443 123456"]),
        ("a.b+c@llyw.cymru, SIÂN@example.co.uk.", ["a.b+c@llyw.cymru", "SIÂN@example.co.uk"]),
        ("029.2087.4000, +44.29.2087.4000", ["029.2087.4000", "+44.29.2087.4000"]),
        ("029\u20112087\u20114000", ["029\u20112087\u20114000"]),
        ("029 – 2087 – 4000", ["029 – 2087 – 4000"]),
        ("029\u202f2087\u20094000; 02920874000x22", ["029\u202f2087\u20094000", "02920874000"]),
        ("Ring 029\n2087 4000", ["029\n2087 4000"]),
        (
            "'mair.o'neil@example.org'; a\u2011b@c.org",
            ["mair.o'neil@example.org", "a\u2011b@c.org"],
        ),
        ("01.02.2026 10.30, 09.30–10.45, 09.30 – 10.15", []),
        ("2026-11-21, 09:30-10:15, 0.5 %, 1 234 567 890, 101 and 0800", []),
        ("@example, a@b, 12007700900123", []),
    ],
)
def test_addresses_and_numbers_are_told_from_other_words(words: str, found: list[str]) -> None:
    day = Day()
    day.cards(said(words, "en"))
    assert [each.words for each in outcome(day.workshop(), PackOptions(), TODAY).found] == found


@pytest.mark.parametrize("unseen", "\u00ad\u200b\u200d\u202c\u2060\ufeff")
def test_letters_that_nobody_sees_hide_nothing(unseen: str) -> None:
    day = Day()
    day.add(Participant, name="Aled Tudur")
    private = ("Aled Tudur", MAIL, PHONE)
    said_by = ", ".join(f"{each[:3]}{unseen}{each[3:]}" for each in private)
    day.cards(said(f"A 👩\u200d🎤: {said_by}.", "en"))
    (card,) = [run.text for run in runs_in(pack(day).parts[1]) if "👩" in run.text]
    assert card.startswith("A 👩\u200d🎤: [name not printed], [")
    assert not any(each[3:] in card for each in private)


def test_our_own_wording_is_never_cut() -> None:
    def ours(name: str) -> list[str]:
        day = rich_day()
        day.add(Participant, name=name)
        return [run.text for run in runs_in(pack(day)) if run.voice is Voice.OURS]

    told = ours("Zq Xq")
    assert {"Actions", "Votes", "Cardiau heb thema"} <= set(told)
    assert ours("Actions Votes") == ours("Cardiau Thema") == told


def test_a_long_text_is_searched_quickly() -> None:
    day = Day()
    letters = {48 + n: 97 + n for n in range(10)}
    for n in range(200):
        day.add(Participant, name=f"Person{n:03} Surname{n:03}".translate(letters))
    day.cards(*(both("w" * 20_000, "Personaaa " * 2000) for _ in range(3)))
    document = pack(day)
    assert "Personaaa" not in "\n".join(run.text for run in runs_in(document))
    assert language_of(document, 0) == "cy"
