"""The verbs of the worklist: one language of any text, and the state of several at once."""

import pytest
from tests.pack.builders import rich_day

from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, Translation, Typed
from gweithdy.domain.worklist import Line, Worklist
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import worklist


@pytest.fixture
def workshop() -> Workshop:
    return rich_day().workshop()


def lines(workshop: Workshop) -> list[Line]:
    return list(Worklist(workshop).lines.values())


def test_words_of_every_kind_of_text_are_written_and_taken_back(workshop: Workshop) -> None:
    for line in lines(workshop):
        for language in Language:
            edit = worklist.write(workshop, line, Typed(language, "Dŵr"))
            back = workshop.reverse(edit)
            workshop.take(edit)
            now = Worklist(workshop).lines[line.id].text
            assert now == line.text.having(language, "Dŵr")
            workshop.take(back)
            assert Worklist(workshop).lines[line.id] == line


def test_what_a_thing_is_known_by_keeps_words_and_the_rest_may_go(workshop: Workshop) -> None:
    for line in lines(workshop):
        both_gone = line.text.having("cy", "")
        kept = line.field in ("title", "text", "name")
        if both_gone:
            continue
        if kept:
            with pytest.raises(Problem, match="needs words"):
                worklist.write(workshop, line, Typed(Language.CY, ""))
        else:
            assert worklist.write(workshop, line, Typed(Language.CY, ""))


def test_too_many_words_are_refused(workshop: Workshop) -> None:
    with pytest.raises(Problem, match="5000"):
        worklist.write(workshop, lines(workshop)[0], Typed(Language.CY, "a" * 5001))


def test_several_are_marked_each_in_its_own_language(workshop: Workshop) -> None:
    there = [line for line in lines(workshop) if not line.text.missing]
    edit = worklist.mark(workshop, lines(workshop), Translation.MACHINE)
    back = workshop.reverse(edit)
    workshop.take(edit)
    assert {line.state for line in lines(workshop) if not line.text.missing} == {
        Translation.MACHINE
    }
    assert edit.label == "Mark several translations"
    assert edit.about == str(len(there))
    workshop.take(back)
    assert [line for line in lines(workshop) if not line.text.missing] == there


def test_a_state_that_fits_none_of_them_is_refused(workshop: Workshop) -> None:
    there = [line for line in lines(workshop) if not line.text.missing]
    with pytest.raises(Problem, match="does not fit"):
        worklist.mark(workshop, there, Translation.MISSING)


def test_what_is_gone_is_not_written(workshop: Workshop) -> None:
    line = lines(workshop)[-1]
    gone = Line(line.noun, "0" * 36, line.field, line.text)
    with pytest.raises(Problem, match="no longer there"):
        worklist.write(workshop, gone, Typed(Language.CY, "Dŵr"))


def test_what_is_taken_is_a_draft_of_the_original_as_it_stands_and_taken_back(
    workshop: Workshop,
) -> None:
    for line in lines(workshop):
        if not line.text.get(line.target.other):
            continue
        edit = worklist.take(workshop, line, " Dŵr ")
        back = workshop.reverse(edit)
        workshop.take(edit)
        now = Worklist(workshop).lines[line.id].text
        assert (now.get(line.target), now.state(line.target)) == ("Dŵr", Translation.DRAFT)
        assert now.get(line.target.other) == line.text.get(line.target.other)
        workshop.take(back)
        assert Worklist(workshop).lines[line.id] == line


@pytest.mark.parametrize("words", ["", "a" * 5001])
def test_nothing_and_too_much_cannot_be_taken(workshop: Workshop, words: str) -> None:
    with pytest.raises(Problem):
        worklist.take(workshop, lines(workshop)[0], words)
