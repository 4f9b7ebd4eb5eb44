"""What was decided stands in the summary, on the wall and in a section of its own."""

from datetime import date

import pytest
from tests.pack.builders import Day, headings, pack, read
from tests.pack.test_summary import english, heads, lines

from gweithdy.domain.actions import Action
from gweithdy.domain.board import Theme, Vote
from gweithdy.domain.decisions import Decision
from gweithdy.domain.entity import declared_field
from gweithdy.domain.text import Language, Text, both, said
from gweithdy.pack.contents import PackOptions, Section
from gweithdy.pack.copies import Copy
from gweithdy.pack.decisions import MOST_IN_SUMMARY
from gweithdy.pack.document import SectionBlock
from gweithdy.pack.gaps import gaps
from gweithdy.pack.layouts import Layout
from gweithdy.pack.runs import words_of
from gweithdy.pack.since import Since
from gweithdy.pack.summary import MOST_ACTIONS, MOST_AGREED
from gweithdy.pack.walking import blocks_in
from gweithdy.pack.withheld import withheld


def decided(*each: Text, by: str = "") -> Day:
    day = Day()
    for text in each:
        day.add(Decision, text=text, decided_by=by)
    return day


def section(day: Day, anchor: str, **options: object) -> SectionBlock:
    every = (each for part in pack(day, **options).parts for each in blocks_in(part))
    (found,) = (e for e in every if isinstance(e, SectionBlock) and e.anchor == anchor)
    return found


ALONE = (Section.DECISIONS, Section.ACTIONS)
"""Without a summary that says it all already."""


@pytest.mark.parametrize(
    ("name", "sections"), [("summary-decisions", tuple(Section)), ("decisions", ALONE)]
)
def test_each_says_who_took_it_where_that_is_known(
    name: str, sections: tuple[Section, ...]
) -> None:
    day = decided(both("Un peilot", "One pilot"), by="Mari Puw")
    day.add(Decision, text=both("Dim targedau", "No targets"))
    english = lines(section(day, f"en-{name}", sections=sections))
    assert english == ["One pilot\N{NO-BREAK SPACE}· Mari Puw", "No targets"]
    assert lines(section(day, f"cy-{name}", sections=sections))[1] == "Dim targedau"


def test_they_come_after_what_got_most_votes_and_before_the_actions() -> None:
    day = decided(both("Un", "One"))
    theme = day.add(Theme, lane=day.lane().id, title=both("Arian", "Money"))
    day.add(Vote, target=theme.id, count=3)
    assert heads(english(day)) == ["Summary", "Themes with most votes", "Decisions"]
    listed = [each.anchor for _, each in headings(pack(day, language="en", sections=ALONE))]
    assert listed == ["en-decisions", "en-actions"]


def test_of_many_the_summary_has_the_first_and_says_of_how_many() -> None:
    texts = [both(f"c{n}", f"e{n}") for n in range(MOST_IN_SUMMARY + 2)]
    day = decided(*texts)
    assert heads(english(day))[-1] == f"Decisions · {MOST_IN_SUMMARY} of {MOST_IN_SUMMARY + 2}"
    first = [f"e{n}" for n in range(MOST_IN_SUMMARY)]
    assert lines(section(day, "en-summary-decisions")) == first
    assert len(lines(section(day, "en-decisions"))) == len(texts)
    # One without words is not told anywhere, and not counted.
    day = decided(*texts[:MOST_IN_SUMMARY], Text())
    assert heads(english(day))[-1] == "Decisions"
    assert "en-decisions" not in [each.anchor for _, each in headings(pack(day, language="en"))]


def test_without_any_nothing_is_said() -> None:
    for day in (Day(), decided(Text())):
        anchors = [each.anchor for _, each in headings(pack(day))]
        assert not [each for each in anchors if "decisions" in each]


def test_one_in_the_other_language_has_the_mark() -> None:
    day = decided(said("Un peilot", "cy"))
    assert lines(section(day, "en-summary-decisions")) == ["Un peilot*"]


def test_the_wall_has_them_too() -> None:
    day = decided(Text(), *(both(f"c{n}", f"e{n}") for n in range(10)))
    wall = pack(day, layout=Layout.SUMMARY, language="en")
    found = [each for each in blocks_in(wall.parts[0]) if isinstance(each, SectionBlock)]
    (made,) = [each for each in found if words_of(each.heading) == "Decisions"]
    assert "e7" in lines(made)
    assert "And 2 more in the outcome pack." in lines(made)


def test_a_copy_without_names_says_who_decided_nothing_and_counts_it() -> None:
    day = decided(both("Un", "One"), by="Mari Puw")
    day.add(Decision, text=both("Dau", "Two"))
    options = PackOptions(copy=Copy.PUBLIC)
    assert lines(section(day, "en-summary-decisions", copy=Copy.PUBLIC)) == ["One", "Two"]
    counted = {each.what: each.n for each in withheld(day.workshop(), options, ())}
    assert counted["Who decided"] == 1


def test_the_section_can_be_left_out() -> None:
    day = decided(both("Un", "One"))
    made = pack(day, sections=(Section.ACTIONS,))
    assert not [each for _, each in headings(made) if "decisions" in each.anchor]


def test_decisions_and_actions_share_the_room_of_one_page() -> None:
    day = decided(*(both(f"c{n}", f"e{n}") for n in range(MOST_IN_SUMMARY)))
    for n in range(MOST_ACTIONS):
        day.add(Action, text=both(f"a{n}", f"a{n}"))
    shown = MOST_AGREED - MOST_IN_SUMMARY
    assert len(lines(section(day, "en-summary-actions"))) == shown
    assert heads(english(day))[-1] == f"Actions · {shown} of {MOST_ACTIONS}"


def test_a_new_one_is_told_since_an_earlier_version() -> None:
    day = Day()
    then = day.workshop()
    day.add(Decision, text=both("Un peilot", "One pilot"))
    since = Since(1, date(2026, 11, 13), then)
    told = lines(section(day, "en-changes", since=since))
    assert told[-2:] == ["Decision\N{NO-BREAK SPACE}· new", "One pilot"]


def test_what_lacks_a_language_is_a_gap_and_who_decided_is_searched() -> None:
    day = decided(said("Un peilot", "cy"), by="Gwenllian")
    found = [(gap.noun, gap.lacking) for gap in gaps(day.workshop(), "both")]
    assert found == [("decision", Language.EN)]
    assert declared_field(Decision, "decided_by").searched
    assert declared_field(Decision, "text").printed


def test_after_a_summary_of_more_than_a_page_the_contents_follow_on_the_second() -> None:
    long = both(" ".join(["gair"] * 20), " ".join(["word"] * 20))
    day = decided(*[long] * MOST_IN_SUMMARY)
    for _ in range(MOST_ACTIONS):
        day.add(Action, text=both("gair " * 170, "word " * 170))
    pages = [page.extract_text() for page in read(pack(day, language="en")).pages]
    assert "Contents" in pages[2]
    assert pages[2].split("Contents")[0].count("word") > 10
    day = decided(both("Un", "One"))
    assert "Contents" not in read(pack(day, language="en")).pages[1].extract_text()
