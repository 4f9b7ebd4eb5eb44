"""What is said of a round and its cells: dots against what people have, and what stood before."""

from collections.abc import Sequence
from itertools import pairwise

from gweithdy.domain.problem import N_
from gweithdy.domain.tallies import Given
from gweithdy.language.dates import clock
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.storage.trace import Stood

MOST_STOOD = 3
"""Corrections of a cell that are told, the newest first."""


def given_in_words(words: Words, given: Sequence[Given]) -> str:
    """How many dots came from each source, and from which too many."""
    told = []
    for each in given:
        name, n = source_name(words, each.source), each.dots
        if not n:
            continue
        if each.most is None:
            told.append(f"{name}: {n}")
        elif each.over:
            told.append(
                words.tr(
                    N_("▲ {source}: {n}, and people there have {most}"),
                    source=name,
                    n=n,
                    most=each.most,
                )
            )
        else:
            told.append(words.tr(N_("{source}: {n} of {most}"), source=name, n=n, most=each.most))
    return "  ·  ".join(told)


def traced_in_words(words: Words, stood: Sequence[Stood]) -> str:
    """What stood in a cell before, when that changed and by whom; "" where nothing did."""
    lines = []
    for now, before in pairwise(stood):
        if now.value == before.value:
            continue
        at = clock(now.at.astimezone())
        said = words.tr(
            N_("was {before}, now {now}, {time}"), before=before.value, now=now.value, time=at
        )
        lines.append(f"{said}, {now.author}" if now.author else said)
    return "  ·  ".join(lines[:MOST_STOOD])
