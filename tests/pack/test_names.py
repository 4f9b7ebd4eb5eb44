"""Names that are kept back never get through, and nothing else is taken out."""

from gweithdy.domain.people import Participant
from gweithdy.pack.names import Names


def people(*names: str, named: bool = False) -> list[Participant]:
    return [Participant(id=name, session="s", name=name, named=named) for name in names]


def test_a_name_is_taken_out_wherever_it_stands() -> None:
    names = Names(people("Siân Puw", "Siân Puw-Ellis"), names=True)
    assert names.without("Tîm Siân Puw-Ellis a siân puw.", "[-]") == "Tîm [-] a [-]."


def test_a_name_typed_a_little_otherwise_is_the_same_name() -> None:
    names = Names(people("Siân O'Neill"), names=True)
    assert names.without("Siân  O’Neill, Siân\nO'Neill", "[-]") == "[-], [-]"


def test_part_of_a_word_is_no_name() -> None:
    assert Names(people("Tom"), names=True).without("Tomos", "[-]") == "Tomos"


def test_a_very_short_name_counts_only_alone() -> None:
    names = Names(people("A"), names=True)
    assert names.without("A council", "[-]") == "A council"
    assert names.without(" a ", "[-]") == "[-]"


def test_who_agreed_is_named_unless_names_are_off() -> None:
    agreed = people("Siân Puw", named=True)
    assert Names(agreed, names=True).without("Siân Puw", "[-]") == "Siân Puw"
    assert [p.name for p in Names(agreed, names=True).shown] == ["Siân Puw"]
    assert Names(agreed, names=False).without("Siân Puw", "[-]") == "[-]"
    assert Names(agreed, names=False).shown == []
