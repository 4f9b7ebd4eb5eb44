"""Copies: for whom a pack is, and what each of them shows."""

from dataclasses import dataclass
from enum import StrEnum

from gweithdy.domain.problem import N_


class Copy(StrEnum):
    """For whom a pack is made."""

    PARTICIPANTS = "participants"
    COMMISSIONER = "commissioner"
    PUBLIC = "public"
    FACILITATOR = "facilitator"


COPY_LABELS = {
    Copy.PARTICIPANTS: N_("For those who took part"),
    Copy.COMMISSIONER: N_("For whoever asked for the session"),
    Copy.PUBLIC: N_("For everybody"),
    Copy.FACILITATOR: N_("For the facilitator alone: with all names, not to be passed on"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a copy shows.

    `names`: those who agreed, and who is responsible, leads or said something. `sources`: where a
    card, a reflection or a vote came from. `small`: groups of so few people that one of them could
    be known. `photos`: also where nobody chose them. `everything`: also who did not agree,
    addresses, and the facilitator's own notes.
    """

    names: bool = True
    sources: bool = True
    small: bool = True
    photos: bool = True
    everything: bool = False


SHOWN = {
    Copy.PARTICIPANTS: Shown(),
    Copy.COMMISSIONER: Shown(sources=False),
    Copy.PUBLIC: Shown(names=False, sources=False, small=False, photos=False),
    Copy.FACILITATOR: Shown(everything=True),
}
