"""Changed since an earlier version: what is new or otherwise, and never what was taken out."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.pack.builders import Day, pack, rich_day

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card, Vote
from gweithdy.domain.entity import Entity
from gweithdy.domain.people import Participant
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.changes import MOST_ROWS
from gweithdy.pack.contents import PackOptions, Section
from gweithdy.pack.document import Paragraph, Row, SectionBlock
from gweithdy.pack.runs import words_of
from gweithdy.pack.since import Since
from gweithdy.pack.walking import blocks_in, runs_in


def told(then: Workshop, now: Day, part: int = 1, **options: Any) -> SectionBlock:
    since = Since(1, date(2026, 11, 13), then)
    document = pack(now, since=since, sections=(Section.CHANGES,), **options)
    (section,) = document.parts[part].sections
    return section


def rows(section: SectionBlock) -> list[list[str]]:
    return [
        [words_of(tuple(runs_in(cell))) for cell in block.cells]
        for block in blocks_in(section)
        if isinstance(block, Row)
    ]


def lines(section: SectionBlock) -> list[str]:
    return [words_of(each.runs) for each in section.blocks if isinstance(each, Paragraph)]


def changed(day: Day, entity: Entity, **values: Any) -> None:
    place = day.entities.index(entity)
    day.entities[place] = replace(entity, **values)


def test_without_an_earlier_version_nothing_is_said_of_changes() -> None:
    assert not [s for s in pack(rich_day()).parts[1].sections if "changes" in s.anchor]


def test_the_heading_names_the_version_and_its_day() -> None:
    day = rich_day()
    section = told(day.workshop(), day)
    assert words_of(section.heading) == "Changed since version 1 of 13 November 2026"
    assert lines(section) == ["Nothing has changed."]


def test_what_is_new_and_what_is_otherwise_stands_there_as_it_is_now() -> None:
    day = Day(purpose=both("Pam", "Why"))
    action = day.add(Action, text=both("Ffonio", "Ring"))
    same, other = day.cards(both("Un", "One"), both("Dau", "Two"))
    then = day.workshop()
    changed(day, action, due=date(2026, 12, 1))
    changed(day, other, text=both("Dau", "Two, mended"))
    day.add(Card, lane=same.lane, text=both("Tri", "Three"))
    day.session = replace(day.session, purpose=both("Pam", "What for"))
    assert rows(told(then, day)) == [
        ["Purpose", "What for"],
        ["Action\u00a0· changed", "Ring\u00a0· 1\u00a0Dec\u00a02026"],
        ["Card\u00a0· changed", "Two, mended"],
        ["Card\u00a0· new", "Three"],
    ]


def test_both_parts_tell_the_same_changes() -> None:
    day = rich_day()
    then = day.workshop()
    card = next(each for each in day.entities if isinstance(each, Card))
    changed(day, card, text=card.text.having("en", "Only the English is another one"))
    welsh, english = (told(then, day, part) for part in range(2))
    assert len(rows(welsh)) == len(rows(english)) == 1


@pytest.mark.parametrize("values", [{"order": 99.0}, {"text": "reviewed"}])
def test_what_cannot_be_seen_is_no_change(values: dict[str, Any]) -> None:
    day = Day()
    (card,) = day.cards(said("Un", "cy").having("en", "One"))
    then = day.workshop()
    if "text" in values:
        values = {"text": replace(card.text, en=replace(card.text.en, state="reviewed"))}
    changed(day, card, **values)
    assert lines(told(then, day)) == ["Nothing has changed."]


def test_what_only_the_facilitator_reads_is_no_change() -> None:
    day = Day()
    block = day.add(Block, title=both("Egwyl", "Break"))
    (card,) = day.cards(both("Un", "One"))
    then = day.workshop()
    changed(day, block, notes=both("Te", "Tea"), online=both("Cynnau", "Switch on"))
    changed(day, card, captured=datetime(2026, 11, 12, 10, tzinfo=UTC))
    assert lines(told(then, day)) == ["Nothing has changed."]


def test_what_was_taken_out_is_counted_and_never_quoted() -> None:
    day = Day()
    mended, gone = day.cards(both("Enw Mair", "Mair's name"), both("Aled", "Aled"))
    then = day.workshop()
    changed(day, mended, text=both("Enw", "A name"))
    changed(day, gone, deleted=True)
    section = told(then, day)
    assert lines(section) == ["No longer there: Card: 1"]
    words = " ".join(run.text for run in runs_in(section))
    assert "Mair" not in words
    assert "Aled" not in words


def test_votes_and_people_are_counted_but_no_people_in_a_public_copy() -> None:
    day = Day()
    (card,) = day.cards(both("Un", "One"))
    then = day.workshop()
    day.add(Vote, target=card.id, count=4)
    day.add(Participant, name="Aled Tudur")
    assert lines(told(then, day)) == ["Votes: 0 then, 4 now", "People: 0 then, 1 now"]
    assert lines(told(then, day, copy="public")) == ["Votes: 0 then, 4 now"]


def test_names_without_consent_are_kept_back_here_too() -> None:
    day = Day()
    then = day.workshop()
    day.add(Participant, name="Aled Tudur")
    day.add(Action, text=both("Ffonio Aled", "Ring Aled"))
    assert rows(told(then, day)) == [["Action\u00a0· new", "Ring [name not printed]"]]


def test_of_very_many_the_first_stand_there_and_the_others_are_counted() -> None:
    day = Day()
    then = day.workshop()
    for n in range(MOST_ROWS + 7):
        day.add(Action, text=both(f"a{n}", f"a{n}"))
    section = told(then, day)
    assert len(rows(section)) == MOST_ROWS
    assert lines(section) == ["New or changed besides: Action: 7"]


def test_it_comes_after_the_summary_unless_asked_otherwise() -> None:
    day = rich_day()
    document = pack(day, since=Since(1, date(2026, 11, 13), Day().workshop()))
    assert document.parts[0].sections[0].anchor == "cy-changes"
    assert PackOptions().sections.index(Section.CHANGES) == 1
