"""Translations that come back: taken, refused with a reason, and never a word lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import workshops

from gweithdy.domain.agenda import Block
from gweithdy.domain.change import Origin
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import (
    LONGEST_TEXT,
    Language,
    Text,
    Translation,
    Typed,
    Written,
    both,
    fingerprint,
    said,
)
from gweithdy.domain.translating import Returned, ReturnedFile, Unit, units
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.checks import LONGEST
from gweithdy.edits.returned import REASONS, Accepted, Reason, waits
from gweithdy.edits.translations import Arrival, bring_back, mark_sent, suggest, take_refused

SESSION = Session(id=new_id(), title=both("Diwrnod", "A day"))
BLOCK = new_id()
DONE, APPROVED, DRAFT, MACHINE = (
    Translation.TRANSLATED,
    Translation.REVIEWED,
    Translation.DRAFT,
    Translation.MACHINE,
)


def day(text: Text, *more: Entity) -> Workshop:
    return Workshop(SESSION, [Block(id=BLOCK, session=SESSION.id, title=text), *more])


def title(workshop: Workshop) -> Text:
    return workshop.get(Block, BLOCK).title


def sent(workshop: Workshop, language: Language = Language.EN) -> Unit:
    return next(unit for unit in units(workshop, language) if unit.thing == BLOCK)


def row(unit: Unit, words: str, state: Translation | None = None) -> Returned:
    return Returned(unit.id, words, state, unit.original, unit.stamp)


def back(workshop: Workshop, *rows: Returned) -> Arrival:
    return bring_back(workshop, ReturnedFile(rows))


def translated(text: str, words: str, state: str = "draft") -> Text:
    return Text(Written(text), Written(words, state, fingerprint(text)), "cy")


def test_words_come_in_as_translated_with_what_they_were_written_from() -> None:
    here = day(said("Egwyl", "cy"))
    found = back(here, row(sent(here), "Break"))
    before = here.copy()
    undo = here.reverse(found.edit)
    here.take(found.edit)
    assert title(here) == translated("Egwyl", "Break", "translated")
    assert found.edit.origin is Origin.TRANSLATION
    assert (len(found.taken), found.refused, found.left) == (1, (), 0)
    here.take(undo)
    assert here.everything() == before.everything()


@pytest.mark.parametrize(
    ("told", "becomes"),
    [(None, DONE), (DONE, DONE), (APPROVED, APPROVED), (DRAFT, DRAFT), (MACHINE, MACHINE)],
)
def test_the_file_says_how_good_new_words_are(
    told: Translation | None, becomes: Translation
) -> None:
    here = day(translated("Egwyl", "Pause", "machine"))
    here.take(back(here, row(sent(here), "Break", told)).edit)
    assert title(here).state("en") is becomes


def test_an_approval_that_went_out_is_not_one_of_other_words() -> None:
    here = day(translated("Egwyl", "Pause", "reviewed"))
    here.take(back(here, row(sent(here), "Break", APPROVED)).edit)
    assert title(here).state("en") is DONE


@pytest.mark.parametrize(
    ("state", "told", "becomes"),
    [
        ("machine", None, MACHINE),
        ("machine", DRAFT, MACHINE),
        ("machine", DONE, DONE),
        ("draft", APPROVED, APPROVED),
        ("translated", APPROVED, APPROVED),
        ("reviewed", DONE, APPROVED),
        ("sent", None, Translation.SENT),
    ],
)
def test_the_same_words_change_only_by_what_somebody_says_of_them(
    state: str, told: Translation | None, becomes: Translation
) -> None:
    here = day(translated("Egwyl", "Break", state))
    found = back(here, row(sent(here), "Break", told))
    assert bool(found.edit) is (becomes != state)
    here.take(found.edit)
    assert title(here).state("en") is becomes


def test_a_stale_translation_is_fresh_once_it_was_confirmed() -> None:
    here = day(Text(Written("Egwyl"), Written("Break", "reviewed", "0badc0de"), "cy"))
    assert not back(here, row(sent(here), "Break", DRAFT)).edit
    here.take(back(here, row(sent(here), "Break", DONE)).edit)
    assert title(here).state("en") is DONE


def test_an_empty_translation_changes_nothing() -> None:
    here = day(translated("Egwyl", "Break"))
    found = back(here, row(sent(here), " \n", DONE), Returned("", ""))
    assert (bool(found.edit), found.taken, found.refused, found.left) == (False, (), (), 2)


def changed_since(here: Workshop, text: Text) -> Workshop:
    return Workshop(SESSION, [replace(here.get(Block, BLOCK), title=text)])


def refusal(here: Workshop, one: Returned) -> Reason:
    found = back(here, one)
    assert not found.edit
    [refused] = found.refused
    assert refused.row == one
    return refused.reason


def test_a_source_that_changed_is_refused() -> None:
    here = day(said("Egwyl", "cy"))
    one = row(sent(here), "Break")
    now = changed_since(here, said("Egwyl hir", "cy"))
    assert refusal(now, one) is Reason.CHANGED
    assert refusal(now, one._replace(stamp="")) is Reason.CHANGED
    assert refusal(now, one._replace(original=None)) is Reason.CHANGED
    assert refusal(here, one._replace(stamp="", original=None)) is Reason.OTHER


def test_a_refused_line_waits_until_its_words_stand_there_for_the_original_of_now() -> None:
    here = day(translated("Y tŷ", "The house", DONE))
    unit = sent(here)
    now = changed_since(here, Typed(Language.CY, "Y tŷ mawr").applied(title(here)))
    (refused,) = back(now, row(unit, "The house", APPROVED)).refused
    assert waits(now, refused), "the same words, but of another original"
    now.take(take_refused(now, refused.row))
    assert title(now).state(Language.EN) is DRAFT
    assert not waits(now, refused)


def test_rows_that_were_mixed_up_are_refused() -> None:
    here = day(said("Egwyl", "cy"))
    assert refusal(here, row(sent(here), "Lunch")._replace(original="Cinio")) is Reason.OTHER


def test_spaces_in_the_original_make_no_difference() -> None:
    here = day(said("Egwyl\nhir iawn", "cy"))
    assert back(here, row(sent(here), "Break")._replace(original=" Egwyl hir  iawn")).edit


def test_words_written_meanwhile_are_not_replaced() -> None:
    here = day(said("Egwyl", "cy"))
    one = row(sent(here), "Break")
    now = changed_since(here, translated("Egwyl", "A rest"))
    assert refusal(now, one) is Reason.TYPED
    assert refusal(now, one._replace(stamp="")) is Reason.TYPED
    assert back(now, row(sent(now), "Break")).edit
    assert back(changed_since(here, translated("Egwyl", "Pause", "machine")), one).edit


def test_letters_lost_on_the_way_are_noticed() -> None:
    here = day(said("Water for all", "en"))
    unit = sent(here, Language.CY)
    for words in ("D?r i bawb", "D\ufffdr i bawb"):
        assert refusal(here, row(unit, words)) is Reason.LETTERS
    assert back(here, row(unit, "Dŵr? I bawb?")).edit
    with_address = day(said("See http://x.org/a?b=c", "en"))
    words = "Gweler http://x.org/a?b=c"
    assert back(with_address, row(sent(with_address, Language.CY), words)).edit


def test_the_words_of_the_original_are_no_translation_unless_somebody_says_so() -> None:
    here = day(said("Zoom", "en"))
    unit = sent(here, Language.CY)
    assert refusal(here, row(unit, "Zoom")) is Reason.SAME
    assert refusal(here, row(unit, "Zoom", MACHINE)) is Reason.SAME
    filled_in = back(here, row(unit, "Zoom", DRAFT))
    assert (filled_in.taken, filled_in.refused, filled_in.left) == ((), (), 1)
    assert back(here, row(unit, "Zoom", DONE)).edit


def test_a_machines_words_replace_no_persons() -> None:
    for state in ("draft", "translated", "reviewed", "sent"):
        here = day(translated("Egwyl", "Pause", state))
        assert refusal(here, row(sent(here), "Break", MACHINE)) is Reason.MACHINE
    here = day(translated("Egwyl", "Pause", "machine"))
    assert back(here, row(sent(here), "Break", MACHINE)).edit


def test_what_no_file_can_hold_makes_no_difference() -> None:
    here = day(translated("Egwyl \uffff", "Break \ufffe"))
    unit = sent(here)
    assert (unit.original, unit.words) == ("Egwyl", "Break")
    assert not back(here, row(unit, "Break")).edit
    here.take(back(here, row(unit, "Break", DONE)).edit)
    assert title(here).en == Written("Break \ufffe", "translated", fingerprint("Egwyl \uffff"))


def test_another_line_in_the_words_is_noticed() -> None:
    here = day(said("Egwyl", "cy"))
    unit = sent(here)
    assert refusal(here, row(unit, f"Break, {unit.id} Lunch")) is Reason.BROKEN


def test_too_long() -> None:
    here = day(said("Egwyl", "cy"))
    assert refusal(here, row(sent(here), "a" * (LONGEST + 1))) is Reason.LONG
    long = day(said("a " * LONGEST, "cy"))
    assert back(long, row(sent(long), "b" * LONGEST_TEXT)).edit
    assert refusal(long, row(sent(long), "b" * (LONGEST_TEXT + 1))) is Reason.LONG


def test_one_id_with_two_wordings_is_refused_whole() -> None:
    here = day(said("Egwyl", "cy"))
    unit = sent(here)
    found = back(here, row(unit, "Break"), row(unit, "Rest"), row(unit, ""))
    assert [each.reason for each in found.refused] == [Reason.TWICE, Reason.TWICE]
    assert not found.edit
    again = back(here, row(unit, "Break"), row(unit, "Break"), row(unit, ""))
    assert (len(again.taken), again.refused, again.left) == (1, (), 2)


def test_unknown_ids_are_refused_and_the_rest_is_taken() -> None:
    here = day(said("Egwyl", "cy"))
    one = row(sent(here), "Break")
    strange = [one._replace(id=id) for id in ("", "x", f"block.{new_id()}.title.en")]
    found = back(here, *strange, one)
    assert [each.reason for each in found.refused] == [Reason.UNKNOWN] * 3
    assert len(found.taken) == 1


def test_what_was_removed_or_turned_round_meanwhile_is_refused() -> None:
    here = day(said("Egwyl", "cy"))
    one = row(sent(here), "Break")
    gone = Workshop(SESSION, [replace(here.get(Block, BLOCK), deleted=True)])
    assert refusal(gone, one) is Reason.GONE
    assert refusal(changed_since(here, Text()), one) is Reason.GONE
    turned = translated("Egwyl", "A break").said_in("en")
    assert refusal(changed_since(here, turned), one) is Reason.TURNED


def test_another_session_is_refused() -> None:
    here, there = day(said("Egwyl", "cy")), Workshop(Session(id=new_id()))
    one = row(sent(here), "Break")
    with pytest.raises(Problem, match="another session"):
        back(there, one)
    with pytest.raises(Problem, match="another session"):
        bring_back(here, ReturnedFile((one,), new_id()))
    assert bring_back(here, ReturnedFile((one,), SESSION.id)).edit


def test_a_translation_of_what_is_left_makes_that_the_original() -> None:
    here = day(said("Dŵr", "cy").having("en", "Water").having("cy", ""))
    here.take(back(here, row(sent(here, Language.CY), "Dŵr glân")).edit)
    assert title(here).original == "en"
    assert title(here).state("cy") is DONE


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Reason)


def test_sending_marks_what_has_no_words_and_drafts_only() -> None:
    missing = Workshop(SESSION, [Block(id=BLOCK, session=SESSION.id, title=said("Egwyl", "cy"))])
    edit = mark_sent(missing, units(missing, Language.EN))
    before = missing.copy()
    undo = missing.reverse(edit)
    missing.take(edit)
    assert title(missing).state("en") is Translation.SENT
    assert title(missing).missing is Language.EN
    here = changed_since(missing, title(missing).having("cy", "Egwyl hir"))
    assert title(here).state("en") is Translation.MISSING
    missing.take(undo)
    assert missing.everything() == before.everything()
    emptied = day(said("Dŵr", "cy").having("en", "Water").having("cy", ""))
    emptied.take(mark_sent(emptied, units(emptied, Language.CY)))
    assert (title(emptied).original, title(emptied).state("cy")) == ("cy", "sent")
    for state, becomes in (("draft", "sent"), ("machine", "machine"), ("reviewed", "reviewed")):
        here = day(translated("Egwyl", "Break", state))
        here.take(mark_sent(here, units(here, Language.EN)))
        assert title(here).state("en") == becomes


def test_what_is_stale_stays_so_when_it_is_sent() -> None:
    here = day(translated("Egwyl", "Break").having("cy", "Egwyl hir"))
    assert title(here).state("en") is Translation.STALE
    assert not mark_sent(here, units(here, Language.EN))


def test_what_was_marked_as_sent_comes_back() -> None:
    here = day(said("Egwyl", "cy"))
    unit = sent(here)
    here.take(mark_sent(here, [unit]))
    here.take(back(here, row(unit, "Break")).edit)
    assert title(here).state("en") is DONE


def test_suggestions_never_count_as_translated_and_never_replace_what_a_person_wrote() -> None:
    here = day(said("Egwyl", "cy"))
    for state in Translation:
        edit = suggest(here, [Accepted(sent(here), "Break", state)])
        assert bool(edit) is (state in (DRAFT, MACHINE))
    here.take(suggest(here, [Accepted(sent(here), "Break", MACHINE)]))
    assert title(here) == translated("Egwyl", "Break", "machine")
    assert suggest(here, [Accepted(sent(here), "Rest", MACHINE)])
    assert not suggest(here, [Accepted(sent(here), " ", MACHINE)])
    assert not suggest(here, [Accepted(sent(here), "a" * (LONGEST + 1), MACHINE)])
    typed = day(translated("Egwyl", "Break"))
    assert not suggest(typed, [Accepted(sent(typed), "Rest", MACHINE)])


def test_what_was_suggested_for_other_words_is_passed_over() -> None:
    unit = sent(day(said("Egwyl", "cy")))
    for words in ("Egwyl hir", "Te"):
        assert not suggest(day(said(words, "cy")), [Accepted(unit, "Break", DRAFT)])
    assert suggest(day(said("Egwyl", "cy")), [Accepted(unit, "Break", DRAFT)])
    # Somebody has translated it meanwhile.
    assert not suggest(day(translated("Egwyl", "Rest")), [Accepted(unit, "Break", DRAFT)])


@settings(max_examples=60, deadline=None)
@given(workshops(), st.sampled_from(Language), st.sampled_from([None, DONE, APPROVED, DRAFT]))
def test_everything_of_any_session_comes_back_and_can_be_undone(
    made: tuple[Workshop, object], language: Language, state: Translation | None
) -> None:
    here, _ = made
    some = units(here, language)
    before = here.copy()
    found = bring_back(here, ReturnedFile(tuple(row(u, f"{u.original}.", state) for u in some)))
    undo = here.reverse(found.edit)
    here.take(found.edit)
    assert len(found.taken) + len(found.refused) + found.left == len(some)
    for taken in found.taken:
        [now] = [u for u in units(here, language) if u.id == taken.unit.id]
        assert now.words == taken.words
        assert now.original == taken.unit.original
        assert now.state is taken.state
    here.take(undo)
    assert here.everything() == before.everything()
