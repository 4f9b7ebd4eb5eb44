"""What is not known is not printed as a fact, and where a day begins is nobody's opinion."""

from datetime import time

from tests.pack.builders import Day, headings, of, pack

from gweithdy.domain.actions import Action, ActionState
from gweithdy.domain.agenda import Block
from gweithdy.domain.people import LanguageChoice, Participant, Sector
from gweithdy.domain.stakeholders import Role, Stakeholder, Support
from gweithdy.domain.text import both
from gweithdy.pack.document import Document, Paragraph, Table
from gweithdy.pack.figures import Figure
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import runs_in


def english(day: Day) -> Document:
    return pack(day, language="en")


def heads(table: Table) -> list[str]:
    return [words_of(column.heading) for column in table.columns]


def rows(table: Table) -> list[list[str]]:
    return [
        [" / ".join(run.text for run in runs_in(cell)) for cell in row.cells] for row in table.rows
    ]


def test_what_nobody_told_about_people_has_no_table() -> None:
    day = Day()
    day.add(Participant, name="A")
    assert [heads(table)[0] for table in of(english(day), Table)] == ["How people took part"]
    day.add(Participant, language=LanguageChoice.CY)
    day.add(Participant, sector=Sector.HEALTH)
    assert [heads(table)[0] for table in of(english(day), Table)] == [
        "How people took part",
        "Language people asked to use",
        "Sector",
    ]


def test_a_stakeholder_of_whom_nothing_is_known_has_empty_cells() -> None:
    day = Day()
    day.add(Stakeholder, name=both("Un", "One"))
    (table,) = of(english(day), Table)
    assert heads(table) == ["No.", "Stakeholder"]
    day.add(
        Stakeholder,
        name=both("Dau", "Two"),
        power=80,
        support=Support.FOR,
        roles=(Role.FUNDS,),
    )
    (table,) = of(english(day), Table)
    assert rows(table) == [
        ["1", "One / Other public bodies", "", "", "", ""],
        ["2", "Two / Other public bodies", "80", "50", "In favour", "Funds"],
    ]


def test_a_stakeholder_that_nobody_placed_is_said_to_be_so() -> None:
    day = Day()
    day.add(Stakeholder, name=both("Un", "One"))
    day.add(Stakeholder, name=both("Dau", "Two"), interest=90)
    document = english(day)
    (figure,) = of(document, Figure)
    assert "Work closely together: 2." in words_of(figure.alt)
    told = [words_of(block.runs) for block in of(document, Paragraph)]
    assert "In the middle because nobody placed them: 1." in told


def test_without_a_start_no_times_are_made_up() -> None:
    day = Day()
    for locked in (None, None, time(11, 0), None):
        day.add(Block, title=both("Un", "One"), minutes=20, locked=locked)
    (table,) = of(english(day), Table)
    assert [row[0] for row in rows(table)] == [
        *["20 min"] * 2,
        "11:00–11:20",
        "11:20–11:40",
    ]


def test_the_states_of_actions_are_told_once_one_has_moved() -> None:
    day = Day()
    day.add(Action, text=both("Un", "One"))
    assert "Status" not in heads(of(english(day), Table)[0])
    day.add(Action, text=both("Dau", "Two"), state=ActionState.COMPLETED)
    table = of(english(day), Table)[-1]
    assert [row[-1] for row in rows(table)] == ["Not started", "Completed"]


def test_a_day_of_which_nothing_is_known_says_nothing() -> None:
    assert [section.anchor for _, section in headings(english(Day()))] == [
        "en-actions",
        "en-reading",
    ]


def test_an_organisation_without_ink_in_one_language_is_named_in_the_other() -> None:
    day = Day()
    organisation = both("Cyngor", "\u200b")
    day.add(Participant, name="Siân", organisation=organisation, named=True)
    said = [words_of(block.runs) for block in of(english(day), Paragraph)]
    assert "Siân, Cyngor" in said
