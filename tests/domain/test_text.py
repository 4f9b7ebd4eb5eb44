"""Bilingual text: the source language, the state of the translation, and tidying."""

from dataclasses import replace

import pytest

from gweithdy.domain.text import Language, Text, Translation, Written, both, said, tidy


def test_words_said_in_welsh_lack_english() -> None:
    text = said("Rhannu data", "cy")
    assert text.original == "cy"
    assert text.missing is Language.EN
    assert text.translation is Translation.MISSING
    assert text.best("en") == ("Rhannu data", Language.CY)


def test_a_translation_is_a_draft_and_goes_stale_when_the_original_changes() -> None:
    text = said("Rhannu data", "cy").having("en", "Share data")
    assert text.original == "cy"
    assert text.translation is Translation.DRAFT
    changed = text.having("cy", "Rhannu data'n well")
    assert changed.translation is Translation.STALE
    assert changed.having("en", "Share data better").translation is Translation.DRAFT


def test_typing_never_moves_the_original() -> None:
    text = said("Rhannu data", "cy").having("en", "Share data")
    emptied = text.having("cy", "")
    assert (emptied.original, emptied.missing) == ("cy", Language.CY)
    again = emptied.having("cy", "Rhannu mwy o ddata")
    assert again.original == "cy"
    assert again.translation is Translation.STALE
    assert again.having("cy", "Rhannu data") == text


def test_only_a_choice_moves_the_original_and_it_changes_no_words() -> None:
    text = said("Rhannu data", "cy").having("en", "Share data")
    chosen = text.said_in("en")
    assert chosen.original == "en"
    assert (chosen.cy, chosen.en) == (text.cy, text.en)
    assert chosen.as_said() == "Share data"


def test_words_beside_those_of_no_known_language_are_their_translation() -> None:
    text = Text(en=Written("Water"))
    assert text.as_said() == "Water"
    assert text.having("cy", "Dŵr").original == "en"
    assert text.having("en", "Clean water").original == "en"


@pytest.mark.parametrize(("original", "of"), [("cy", "en"), ("en", "cy"), ("", "en")])
def test_the_state_is_that_of_the_language_that_was_not_said(original: str, of: str) -> None:
    text = Text(Written("Dŵr"), Written("Water"), original)
    told = {of: replace(text.of(of), state="reviewed")}
    assert replace(text, **told).translation is Translation.REVIEWED
    said_itself = {str(Language(of).other): replace(text.of(Language(of).other), state="sent")}
    assert replace(text, **said_itself).translation is Translation.DRAFT


def test_words_in_one_language_leave_the_record_of_the_other_as_it_is() -> None:
    text = replace(both("Bwrdd", "Board"), en=Written("Board", "sent", "0badc0de"))
    assert text.having("cy", "Bwrdd arall").en is text.en
    assert text.having("en", "A board").cy is text.cy


def test_a_translation_taken_away_leaves_no_state_behind() -> None:
    assert both("Bwrdd", "Board").having("en", " ").en == Written()


def test_retyped_machine_words_are_a_draft_and_approved_ones_stay_approved() -> None:
    machine = replace(said("Dŵr", "cy"), en=Written("Watter", "machine", "0badc0de"))
    assert machine.having("en", "Water").translation is Translation.DRAFT
    assert both("Dŵr", "Watter").having("en", "Water").translation is Translation.REVIEWED


def test_words_written_beside_nothing_are_a_translation_of_nothing_yet() -> None:
    text = said("Dŵr", "cy").having("cy", "").having("en", "Water")
    assert (text.original, text.en.basis) == ("cy", "")
    assert text.having("cy", "Dŵr").translation is Translation.DRAFT


def test_emptied_text_is_false_and_keeps_the_language_it_was_said_in() -> None:
    emptied = said("Dŵr", "cy").having("cy", "  ")
    assert not emptied
    assert emptied == Text(original="cy")
    assert emptied.translation is None
    assert Text().having("en", " ") == Text()


def test_shipped_text_is_reviewed() -> None:
    assert both("Bwrdd", "Board").translation is Translation.REVIEWED


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("w\u0302yl", "ŵyl"),
        ("a\x00b\ud800c", "abc"),
        (" un\r\ndau\rtri ", "un\ndau\ntri"),
        ("a\tb", "a b"),
    ],
)
def test_tidying(words: str, kept: str) -> None:
    assert tidy(words) == kept


def stale(text: Text) -> Text:
    return text.having("cy", text.cy.words + " arall")


DRAFTED = said("Rhannu data", "cy").having("en", "Share data")


def test_each_language_has_a_state_of_its_own_but_the_one_that_was_said() -> None:
    assert DRAFTED.state("cy") is None
    assert DRAFTED.state("en") is Translation.DRAFT
    assert stale(DRAFTED).state("en") is Translation.STALE
    alone = said("Share data", "en")
    assert (alone.state("cy"), alone.state("en")) == (Translation.MISSING, None)
    assert Text().state("cy") is None
    # The words said first were taken away: the others are all there is.
    emptied = DRAFTED.having("cy", "")
    assert (emptied.state("cy"), emptied.state("en")) == (Translation.MISSING, None)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (DRAFTED, "en"),
        (DRAFTED.said_in("en"), "cy"),
        (said("Dŵr", "cy"), "en"),
        (DRAFTED.having("cy", ""), "cy"),
        (Text(), "en"),
    ],
)
def test_what_is_translated_into(text: Text, target: str) -> None:
    assert text.target == target


def test_a_mark_is_about_the_words_beside_as_they_are_now() -> None:
    marked = stale(DRAFTED).marked("en", Translation.REVIEWED)
    assert marked.state("en") is Translation.REVIEWED
    assert marked.cy == stale(DRAFTED).cy
    assert stale(marked).state("en") is Translation.STALE
    assert marked.having("en", "Share it").state("en") is Translation.REVIEWED


def test_what_is_sent_is_sent_until_its_original_changes() -> None:
    sent = said("Dŵr", "cy").marked("en", Translation.SENT)
    assert sent.translation is Translation.SENT
    assert sent.missing is Language.EN
    assert stale(sent).translation is Translation.MISSING
    assert sent.marked("en", Translation.MISSING) == said("Dŵr", "cy")
    assert sent.having("en", "Water").translation is Translation.DRAFT


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        (DRAFTED, "cy", Translation.REVIEWED),
        (DRAFTED, "en", Translation.MISSING),
        (DRAFTED, "en", Translation.STALE),
        (said("Dŵr", "cy"), "en", Translation.REVIEWED),
        (said("Dŵr", "cy"), "cy", Translation.SENT),
        (Text(), "en", Translation.SENT),
    ],
)
def test_what_cannot_be_so_is_not_marked(text: Text, language: str, state: Translation) -> None:
    assert text.marked(language, state) == text
