"""The organisation: entered once, changed by edits like all else, and undone like them."""

import pytest

from gweithdy.domain.attached import attached
from gweithdy.domain.change import Edit
from gweithdy.domain.organisation import Organisation
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Typed, both
from gweithdy.domain.workshop import Catalogue
from gweithdy.edits import organisation as edits

LOGO = b"a logo"
ATTACHED = attached(LOGO, "logo.png", "image/png")


@pytest.fixture
def shelf() -> Catalogue:
    return Catalogue()


def now(shelf: Catalogue) -> Organisation:
    return edits.organisation(shelf)


def done(shelf: Catalogue, edit: Edit) -> Edit:
    """Carry it out; the edit that undoes it, which was tried on a copy."""
    before, back = now(shelf), shelf.reverse(edit)
    shelf.take(edit)
    copy = shelf.copy()
    copy.take(back)
    assert now(copy) == before
    return back


def test_the_first_value_makes_it_and_the_last_undo_takes_it_away(shelf: Catalogue) -> None:
    back = done(shelf, edits.change(now(shelf), shelf, name=Typed("cy", "Cyngor Gwynedd")))
    assert now(shelf).name.get("cy") == "Cyngor Gwynedd"
    shelf.take(back)
    assert shelf.of(Organisation) == []
    # Entered anew it is the same thing, with nothing left of what was undone.
    done(shelf, edits.change(now(shelf), shelf, colour="#005a5a"))
    assert shelf.of(Organisation) == [Organisation(id=now(shelf).id, colour="#005A5A")]


def test_what_stood_there_before_is_taken_along_with_the_first_value(shelf: Catalogue) -> None:
    meanwhile = Organisation(id=now(shelf).id, name=both("Cyngor", "Council"))
    shown = edits.organisation(shelf, meanwhile)
    done(shelf, edits.change(shown, shelf, website="https://example.org"))
    assert now(shelf).name == both("Cyngor", "Council")
    assert edits.organisation(shelf, meanwhile) == now(shelf)


def test_a_logo_comes_with_its_bytes_and_goes_again(shelf: Catalogue) -> None:
    edit = edits.put_logo(now(shelf), shelf, "cy", ATTACHED, LOGO)
    assert edit.files == (LOGO,)
    done(shelf, edit)
    assert now(shelf).logo("cy") == now(shelf).logo("en") == ATTACHED
    other = attached(b"other", "other.png", "image/png")
    done(shelf, edits.put_logo(now(shelf), shelf, "en", other, b"other"))
    assert (now(shelf).logo("cy"), now(shelf).logo("en")) == (ATTACHED, other)
    done(shelf, edits.drop_logo(now(shelf), shelf, "cy"))
    assert now(shelf).logo("cy") == now(shelf).logo("en") == other
    assert edits.drop_logo(now(shelf), shelf, "cy").changes == ()


def test_a_colour_is_kept_in_one_form_or_refused_or_taken_away(shelf: Catalogue) -> None:
    done(shelf, edits.change(now(shelf), shelf, colour=" abc "))
    assert now(shelf).colour == "#AABBCC"
    with pytest.raises(Problem, match="no colour: teal"):
        edits.change(now(shelf), shelf, colour="teal")
    done(shelf, edits.change(now(shelf), shelf, colour=""))
    assert now(shelf).colour == ""


def test_lines_stay_lines(shelf: Catalogue) -> None:
    done(shelf, edits.change(now(shelf), shelf, contact=" a\nb ", website="x" * 999))
    assert (now(shelf).contact, len(now(shelf).website)) == ("a b", edits.LONGEST_LINE)


def test_all_can_be_brought_in_from_elsewhere(shelf: Catalogue) -> None:
    done(shelf, edits.change(now(shelf), shelf, name=both("Cyngor", "Council"), contact="x"))
    new = Organisation(id=now(shelf).id, name=both("Bwrdd", "Board"), logo_en=ATTACHED)
    edit = edits.bring_in(shelf, new, LOGO)
    done(shelf, edit)
    assert (now(shelf), edit.files) == (new, (LOGO,))
