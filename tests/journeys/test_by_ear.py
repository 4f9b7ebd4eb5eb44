"""Eight journeys by ear alone: all that is heard on the way stands in `heard/`; what is done, here.

A script that is not the same any more is written beside the library of the test, to be read and,
if it is right, to take the place of the old one.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages import pofile
from pypdf import PdfReader
from pytestqt.qtbot import QtBot
from tests.journeys.listener import Listener
from tests.journeys.person import FakeClock, Person
from tests.ui.heard import Recorder

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card, CardKind, Lane, Theme, Vote
from gweithdy.domain.clock import Clock, ClockState
from gweithdy.domain.quotes import Quote
from gweithdy.domain.session import Status
from gweithdy.domain.stakeholders import Stakeholder, Tie
from gweithdy.domain.text import Language, Text, Translation
from gweithdy.domain.workshop import Workshop
from gweithdy.storage.library import Library
from gweithdy.ui import ask

SCRIPTS = Path(__file__).parent / "heard"
CATALOGUE = Path(__file__).parents[2] / "i18n" / "cy" / "LC_MESSAGES" / "gweithdy.po"

CALLED = {
    "home": {"cy": "Cartref erbyn y gwanwyn", "en": "A home by spring"},
    "walk": {"cy": "Taith o gwmpas y tŷ", "en": "A walk round the house"},
    "late": {"cy": "Mae'r bws yn hwyr", "en": "The bus is late"},
    "none": {"cy": "Dim bws ar ôl chwech", "en": "There is no bus"},
    "form": {"cy": "Mae gan bob grant ei ffurflen", "en": "Every grant has its own form"},
    "walked": {"cy": "Rydw i'n cerdded", "en": "I walk"},
    "transport": {"cy": "Y ffordd adref", "en": "The way home"},
    "told": {"cy": "Ysgrifennwch ef unwaith", "en": "Ysgrifennwch ef unwaith"},
    "forum": {"cy": "Fforwm y stryd", "en": "Street forum"},
}
"""What the scripts write."""

NOT_OURS = re.compile(
    r"Page Up|Page Down|(?<= · )Delete$|(?<=: English · testun · ).*|(?<=English: ).*"
    r"|(?<= · )cell(?= · |$)"
)
"""What is printed on keys, what a person wrote in English, and a reader's own Welsh word `cell`."""

WORD = re.compile(r"[^\W\d_]{3,}")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the system's own dialog chooses, which is no part of the program."""
    monkeypatch.setattr(ask, "file_to_write", lambda *_: tmp_path / "gweithdy.pdf")
    # A dialog of its own, too: some texts lack a language, and go out all the same.
    monkeypatch.setattr(ask, "choose", lambda *_, **__: 1)
    return tmp_path


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "journey", ["plan", "run", "capture", "group", "vote", "place", "translate", "export"]
)
def test_by_ear(
    journey: str,
    language: Language,
    person: Person,
    clock: FakeClock,
    files: Path,
    heard: Recorder,
    qtbot: QtBot,
) -> None:
    person.program.speak(language)
    listener = Listener(person, heard, clock, qtbot)
    script = SCRIPTS / f"{journey}.{language}.txt"
    listener.follow(script)
    (files / script.name).write_text("\n".join(listener.script) + "\n", encoding="utf-8")
    opened = person.desk.workshop
    assert opened
    person.window.close()
    person.program.close()
    library = Library.open(files / "library.gwdy", read_only=True)
    try:
        CHECKS[journey](library.workshop(opened.id), language, files)
    finally:
        library.close()
    assert listener.script == script.read_text(encoding="utf-8").splitlines()


def is_planned(workshop: Workshop, language: Language, _files: Path) -> None:
    about, blocks = workshop.session, workshop.of(Block)
    assert about.title.get(language) == CALLED["home"][language]
    assert about.date == date(2026, 11, 12)
    assert [block.title.get(language) for block in blocks].index(CALLED["walk"][language]) == 3


def was_run(workshop: Workshop, _language: Language, _files: Path) -> None:
    [told] = workshop.of(Clock)
    first, second = workshop.of(Block)[:2]
    assert told.state is ClockState.FINISHED
    assert workshop.session.status is Status.HELD
    assert first.began == datetime(2026, 11, 12, 9, 30, tzinfo=UTC)
    assert first.ended == datetime(2026, 11, 12, 9, 46, tzinfo=UTC)
    assert second.ended == first.ended


def is_captured(workshop: Workshop, language: Language, _files: Path) -> None:
    lanes = workshop.of(Lane)
    kept = {card.text.get(language): card for card in workshop.of(Card)}
    late, none, form = (kept[CALLED[each][language]] for each in ("late", "none", "form"))
    assert [late.lane, none.lane, form.lane] == [lanes[0].id, lanes[0].id, lanes[1].id]
    assert form.kind is CardKind.STRUCTURAL
    assert CALLED["walked"][language] in [each.text.get(language) for each in workshop.of(Quote)]


def is_grouped(workshop: Workshop, language: Language, _files: Path) -> None:
    [theme] = [
        t for t in workshop.of(Theme) if t.title.get(language) == CALLED["transport"][language]
    ]
    inside = [card.text.get(language) for card in workshop.of(Card) if card.theme == theme.id]
    assert sorted(inside) == sorted(CALLED[each][language] for each in ("late", "none"))


def is_voted(workshop: Workshop, _language: Language, _files: Path) -> None:
    [card] = [
        card for card in workshop.of(Card) if str(card.text.en.words).startswith("One worker")
    ]
    votes = {vote.source: vote.count for vote in workshop.of(Vote) if vote.target == card.id}
    assert votes == {"room": 2, "online": 7}


def is_placed(workshop: Workshop, language: Language, _files: Path) -> None:
    *others, who = workshop.of(Stakeholder)
    assert who.name.get(language) == CALLED["forum"][language]
    assert (who.power, who.interest) == (60, 55)
    ties = [tie for tie in workshop.of(Tie) if tie.start == who.id]
    assert [tie.end in {other.id for other in others} for tie in ties] == [True]


def is_translated(workshop: Workshop, language: Language, _files: Path) -> None:
    [text] = [
        each.text for each in workshop.of(Quote) if each.text.cy.words == CALLED["told"][language]
    ]
    assert text.original == "en"
    # The mark was taken back.
    assert text.state("cy") is Translation.DRAFT


def is_exported(workshop: Workshop, _language: Language, files: Path) -> None:
    assert workshop.session.packs == 1
    words = " ".join(page.extract_text() for page in PdfReader(files / "gweithdy.pdf").pages)
    title: Text = workshop.session.title
    for said in (title.cy.words, title.en.words):
        assert said in " ".join(words.split())


CHECKS: dict[str, Callable[[Workshop, Language, Path], None]] = {
    "plan": is_planned,
    "run": was_run,
    "capture": is_captured,
    "group": is_grouped,
    "vote": is_voted,
    "place": is_placed,
    "translate": is_translated,
    "export": is_exported,
}


def test_nothing_of_the_program_is_english_in_welsh() -> None:
    with CATALOGUE.open("rb") as file:
        texts = [text for text in pofile.read_po(file, locale="cy") if text.id]
    english = _words(str(text.id) for text in texts)
    welsh = _words(str(text.string) for text in texts)
    said = [
        NOT_OURS.sub("", line)
        for script in sorted(SCRIPTS.glob("*.cy.txt"))
        for line in script.read_text(encoding="utf-8").splitlines()
        if not line.startswith(">")
    ]
    assert said
    assert {line: found for line in said if (found := _words([line]) & (english - welsh))} == {}


def _words(texts: Iterable[str]) -> set[str]:
    return {word.lower() for text in texts for word in WORD.findall(text)}
