"""Sending: who got which version of the pack."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import name_field, number_field, order_field
from gweithdy.domain.problem import N_

MOST_VERSIONS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Owned):
    """A version of the pack that somebody got, as the organiser noted it.

    `version` is its number, 0 where that is not known. `recipient` is who got it, as people say it:
    a person, a team, everybody who came. `files` says which files or copy.
    """

    noun: ClassVar = Noun(N_("Pack sent to"), page="pack", key="sent")

    version: int = number_field(0, least=0, most=MOST_VERSIONS)
    recipient: str = name_field()
    date: dt.date | None = None
    files: str = ""
    order: float = order_field()
