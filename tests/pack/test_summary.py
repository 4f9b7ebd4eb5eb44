"""The summary: the one page that a busy reader reads, before anything else."""

from datetime import date

import pytest
from tests.pack.builders import Day, headings, of, pack, rich_day

from gweithdy.domain.actions import Action, ActionState
from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.people import Mode, Participant, Sector
from gweithdy.domain.text import both
from gweithdy.pack.contents import Section
from gweithdy.pack.document import ContentsList, Document, Item, Paragraph, SectionBlock
from gweithdy.pack.runs import words_of
from gweithdy.pack.summary import MOST_ACTIONS, MOST_FINDINGS
from gweithdy.pack.walking import blocks_in, runs_in
from gweithdy.pack.writer import LONGEST_IN_SUMMARY


def english(day: Day) -> SectionBlock:
    summary = pack(day, language="en").parts[0].summary
    assert summary
    return summary


def lines(piece: object) -> list[str]:
    """Its paragraphs, in reading order."""
    return [words_of(each.runs) for each in blocks_in(piece) if isinstance(each, Paragraph)]


def heads(section: SectionBlock) -> list[str]:
    return [words_of(each.heading) for each in blocks_in(section) if isinstance(each, SectionBlock)]


def test_it_is_read_before_the_list_of_contents() -> None:
    read = [type(each) for each in blocks_in(pack(rich_day()).parts[0])]
    assert read.index(SectionBlock) < read.index(ContentsList)


def test_it_says_purpose_people_findings_decisions_actions_and_what_comes_next() -> None:
    summary = english(rich_day())
    assert lines(summary)[:3] == [
        "1 text is not in English yet: it stands here in Welsh, with the mark *.",
        "To see what is in the way.",
        "2 people took part. In the room: 1; Online: 1; Health: 1",
    ]
    assert heads(summary) == [
        "Summary", "Themes with most votes", "Decisions", "Actions", "What happens next",
    ]  # fmt: skip
    assert lines(summary)[-1] == "Meet again in January."
    assert "Money · 11 votes" in lines(summary)


def test_what_it_says_whole_has_no_section_of_its_own() -> None:
    anchors = [section.anchor for _, section in headings(pack(rich_day(), language="en"))]
    assert "en-purpose" not in anchors
    assert "en-next" not in anchors
    without = pack(rich_day(), language="en", sections=(Section.PURPOSE, Section.NEXT))
    assert [section.anchor for _, section in headings(without)] == ["en-purpose", "en-next"]


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("field", ["purpose", "next_steps"])
def test_it_leads_to_what_is_too_long_for_it_in_both_parts(field: str, language: str) -> None:
    long = "w" * (LONGEST_IN_SUMMARY + 1)
    text = both(long, "short") if language == "cy" else both("byr", long)
    document = pack(Day(**{field: text}))
    name = "purpose" if field == "purpose" else "next"
    for part in document.parts:
        assert [run.link for run in runs_in(part.summary) if run.link] == [
            f"#{part.language}-{name}"
        ]
        assert f"{part.language}-{name}" in [s.anchor for s in part.sections]
    assert long not in [run.text for part in document.parts for run in runs_in(part.summary)]


def actions(day: Day) -> list[str]:
    found = [each for each in blocks_in(english(day)) if isinstance(each, SectionBlock)]
    (section,) = [each for each in found if each.anchor == "en-summary-actions"]
    return lines(section)


def test_actions_that_are_to_be_done_come_by_their_date() -> None:
    day = Day()
    for name, due in (("c", None), ("b", date(2027, 2, 1)), ("a", date(2027, 1, 1))):
        day.add(Action, text=both(name, name), due=due)
    done = both("done", "done")
    day.add(Action, text=done, due=date(2026, 1, 1), state=ActionState.COMPLETED)
    assert [words.split("\N{NO-BREAK SPACE}")[0] for words in actions(day)] == ["a", "b", "c"]
    assert heads(english(day))[-1] == "Actions"
    for _ in range(MOST_ACTIONS):
        day.add(Action, text=both("d", "d"))
    assert heads(english(day))[-1] == f"Actions · {MOST_ACTIONS} of {MOST_ACTIONS + 3}"


def test_who_and_when_stand_beside_an_action_and_no_date_is_broken_in_two() -> None:
    day = Day()
    day.add(Action, text=both("a", "a"), due=date(2027, 1, 8), owner="Mari")
    (told,) = actions(day)
    assert told.replace("\N{NO-BREAK SPACE}", "_") == "a_· Mari_· 8_Jan_2027"


def test_of_many_the_first_are_there() -> None:
    day = Day()
    lane = day.lane()
    for n in range(20):
        name = f"n{n:02}"
        day.add(Action, text=both(name, name))
        theme = day.add(Theme, lane=lane.id, title=both(name, name))
        day.add(Vote, target=theme.id, count=n)
    assert actions(day) == [f"n{n:02}" for n in range(MOST_ACTIONS)]
    items = [each for each in blocks_in(english(day)) if isinstance(each, Item)]
    assert [lines(each)[0].split()[0] for each in items[:MOST_FINDINGS]] == [
        f"n{19 - n:02}" for n in range(MOST_FINDINGS)
    ]


def test_where_all_actions_stand_there_their_number_is_not_said() -> None:
    day = Day()
    day.add(Action, text=both("a", "a"))
    assert heads(english(day))[-1] == "Actions"


@pytest.mark.parametrize("voted", ["theme", "card", ""])
def test_without_votes_on_themes_cards_and_then_sizes_are_told(voted: str) -> None:
    day = Day()
    lane = day.lane()
    small, large = (day.add(Theme, lane=lane.id, title=both(n, n)) for n in ("small", "large"))
    cards = [
        day.add(Card, lane=lane.id, theme=theme.id, text=both("c", "c"))
        for theme in (small, large, large)
    ]
    targets = {"theme": small, "card": cards[0]}
    if voted:
        day.add(Vote, target=targets[voted].id, count=3)
    told = {
        "theme": ["Themes with most votes", "small · 3 votes"],
        "card": ["Cards with most votes", "c · 3 votes"],
        "": ["Themes with most cards", "large · 2 cards", "small · 1 card"],
    }
    summary = english(day)
    assert [heads(summary)[1], *lines(summary)] == told[voted]


def test_a_day_of_which_nothing_is_known_has_no_summary() -> None:
    assert pack(Day()).parts[0].summary is None


def test_what_is_not_known_of_people_is_no_number() -> None:
    day = Day()
    for mode in (Mode.ROOM, Mode.ROOM, Mode.ONLINE):
        day.add(Participant, mode=mode)
    assert lines(english(day)) == ["3 people took part. In the room: 2; Online: 1"]
    day.add(Participant, sector=Sector.HEALTH)
    assert lines(english(day))[0].endswith(" In the room: 3; Online: 1; Health: 1")
    words = "\n".join(run.text for run in runs_in(pack(day, language="en")))
    assert "Not known" not in words
    assert "Not asked" not in words


def test_sections_come_in_the_order_that_was_asked_for() -> None:
    wanted = (Section.QUOTES, Section.SUMMARY, Section.VOTES, Section.QUOTES)
    document = pack(rich_day(), sections=wanted)
    tops = [section.anchor for level, section in headings(document) if level == 1]
    assert tops == ["cy-quotes", "cy-summary", "cy-votes"]
    assert document.parts[0].summary is None


def contents(document: Document) -> list[str]:
    return [words_of(entry.heading) for entry in of(document, ContentsList)[0].entries]


def test_the_contents_name_it_without_what_is_inside() -> None:
    document = pack(rich_day(), language="en")
    assert contents(document)[:2] == ["Summary", "Votes"]
    assert of(document, ContentsList)[0].entries[0].entries == ()
