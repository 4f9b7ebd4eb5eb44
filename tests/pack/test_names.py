"""Names that are kept back are found however they are typed, and nothing else is."""

import pytest

from gweithdy.domain.people import Participant
from gweithdy.domain.text import Language
from gweithdy.pack.names import Names


def people(*names: str, named: bool = False) -> list[Participant]:
    return [Participant(id=name, session="s", name=name, named=named) for name in names]


def without(
    names: Names, text: str, language: Language = Language.EN, *, naming: bool = False
) -> str:
    for start, end in reversed(names.found(text, language, naming=naming)):
        text = f"{text[:start]}[-]{text[end:]}"
    return text


def kept(*names: str) -> Names:
    return Names(people(*names), names=True)


def test_a_name_is_found_wherever_it_stands() -> None:
    names = kept("Siân Puw", "Siân Puw-Ellis")
    assert without(names, "Tîm Siân Puw-Ellis a siân puw.") == "Tîm [-] a [-]."


@pytest.mark.parametrize(
    "typed", ["Siân  O’Neill", "Siân\nO'Neill", "SIAN O'NEILL", "Sia\u0302n O Neill"]
)
def test_a_name_typed_a_little_otherwise_is_the_same_name(typed: str) -> None:
    assert without(kept("Siân O'Neill"), f"Gan {typed}, heddiw") == "Gan [-], heddiw"


def test_part_of_a_word_is_no_name() -> None:
    assert without(kept("Tom"), "Tomos Tomtom") == "Tomos Tomtom"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Dafydd will ring", "[-] will ring"),
        ("Ask Mr Cudd. Cudd's team", "Ask Mr [-]. [-]'s team"),
        ("Dafydd and Cudd", "[-] and [-]"),
        ("Cudd  Dafydd", "[-]"),
        ("a cudd of hay", "a cudd of hay"),
    ],
)
def test_the_first_and_the_last_part_of_a_name_are_found_alone(said: str, left: str) -> None:
    assert without(kept("Dafydd Wyn Cudd"), said) == left


def test_what_stands_in_brackets_is_no_part_of_a_name() -> None:
    names = kept("Mair Wyn Puw (Cyngor)", "Dafydd Cudd (ar-lein), [hwyr]")
    assert without(names, "Cyngor Mair Wyn Puw; Puw, Cudd") == "Cyngor [-]; [-], [-]"
    assert without(names, "Mair Wyn Puw (Cyngor)", naming=True) == "[-]"
    assert without(names, "mair wyn puw (Tîm)", naming=True) == "[-] (Tîm)"


def test_a_listed_name_may_hold_letters_that_nobody_sees() -> None:
    assert without(kept("Ma\u00adir\u200b Puw"), "Mair Puw, Mair a Puw") == "[-], [-] a [-]"


def test_a_title_or_a_number_makes_no_name() -> None:
    names = kept("Dr Mair Puw", "Tenant 3", "P-07")
    assert without(names, "Dr Mair and Tenant Jones; a Tenant of P-08") == (
        "Dr [-] and Tenant Jones; a Tenant of P-08"
    )
    assert without(names, "Tenant 3 and P-07 and p-07") == "[-] and [-] and [-]"


def test_a_name_that_is_also_a_word_counts_only_with_a_capital() -> None:
    names = kept("Mai")
    assert without(names, "Dywedodd Mai mai felly y mae") == "Dywedodd [-] mai felly y mae"
    assert without(names, "mai", naming=True) == "[-]"
    assert without(names, "Bethan, mai", naming=True) == "Bethan, [-]"
    assert without(kept("mair"), "a mair a Mair") == "a [-] a [-]"


@pytest.mark.parametrize(
    ("name", "said"), [("Mair", "i Fair"), ("Dafydd", "gan Ddafydd"), ("Gwen", "am Wen")]
)
def test_a_mutated_name_is_found_in_welsh(name: str, said: str) -> None:
    first = said.split(maxsplit=1)[0]
    assert without(kept(name), f"{said} heddiw", Language.CY) == f"{first} [-] heddiw"
    assert without(kept(name), f"{said} today", Language.EN) == f"{said} today"
    assert without(kept(name), said.lower(), Language.CY) == said.lower()


def test_a_whole_name_comes_before_a_part() -> None:
    both = Names([*people("Mair"), *people("Mair Jones", "Ann Mair", named=True)], names=True)
    assert without(both, "Mair Jones, Mair, Ann Mair") == "Mair Jones, [-], Ann Mair"
    other = Names([*people("Siân Jones"), *people("Mair Jones", named=True)], names=True)
    assert without(other, "Mair Jones, Siân Jones, Jones") == "Mair Jones, [-], [-]"


def test_a_very_short_name_counts_only_alone() -> None:
    assert without(kept("A"), "A council") == "A council"
    assert without(kept("A"), " a ") == "[-]"
    assert without(kept("☺"), "☺") == "[-]"


def test_who_agreed_is_named_unless_names_are_off() -> None:
    agreed = people("Siân Puw", named=True)
    assert without(Names(agreed, names=True), "Siân Puw") == "Siân Puw"
    assert [p.name for p in Names(agreed, names=True).shown] == ["Siân Puw"]
    assert without(Names(agreed, names=False), "Siân Puw") == "[-]"
    assert Names(agreed, names=False).shown == []


def test_nobody_on_the_list_hides_nothing() -> None:
    assert without(Names(people("", "  "), names=True), "Siân Puw") == "Siân Puw"
