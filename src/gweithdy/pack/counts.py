"""Counts of people by what is known of them; in a copy for everybody no small group shows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gweithdy.domain.choice import ByChoice, C
from gweithdy.domain.people import (
    LANGUAGE_CHOICE_LABELS,
    MODE_LABELS,
    SECTOR_LABELS,
    LanguageChoice,
    Participant,
    Sector,
)
from gweithdy.domain.problem import N_

FEWEST = 5
"""People of a group that is counted out in a copy for everybody."""

MODES = N_("How people took part")
LANGUAGES = N_("Language people asked to use")
SECTORS = N_("Sector")

Groups = dict[str, int]
"""How many people by what their group is called (a catalogue text)."""


def people_by(people: Sequence[Participant], *, small: bool) -> dict[str, Groups]:
    """By caption the groups of people; no caption where nothing is known of anybody.

    Those of whom it is not known, or who were not asked, are no group. `small` ones are told too.
    """
    known = {
        MODES: _counted((each.mode for each in people), MODE_LABELS, None),
        LANGUAGES: _counted(
            (each.language for each in people), LANGUAGE_CHOICE_LABELS, LanguageChoice.NOT_ASKED
        ),
        SECTORS: _counted((each.sector for each in people), SECTOR_LABELS, Sector.UNKNOWN),
    }
    if not small:
        known = {name: without_small(groups, len(people)) for name, groups in known.items()}
    return {caption: groups for caption, groups in known.items() if groups}


def _counted(values: Iterable[C], labels: ByChoice[C, str], unknown: C | None) -> Groups:
    # By what people call them: what this version does not know is counted with the others.
    counts = Counter(labels[value] for value in values if value != unknown)
    order = dict.fromkeys((*labels.values(), labels.other))
    return {label: counts[label] for label in order if counts[label]}


def without_small(groups: Mapping[str, int], everybody: int) -> Groups:
    """The groups that may be told where the number of `everybody` is told too.

    What is left when all told groups are taken from everybody is never a small group: otherwise
    the next larger group is kept back with it.
    """
    told = {label: n for label, n in groups.items() if n >= FEWEST}
    while told and 0 < everybody - sum(told.values()) < FEWEST:
        del told[min(told, key=lambda label: told[label])]
    return told
