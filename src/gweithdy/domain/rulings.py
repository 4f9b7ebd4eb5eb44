"""Rulings: what was decided on cards that waited, or that were set aside."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import ref, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.restraint import Verdict
from gweithdy.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling(Owned):
    """One decision on a card, of `by`, the name of who made it, at a moment (UTC).

    `reason` says why it was set aside, `before` the words that it had when it was reworded.
    """

    noun: ClassVar = Noun(N_("Decision on a card"), page="board", key="rulings")

    card: Id = ref("card")
    verdict: Verdict = Verdict.ACCEPTED
    reason: Text = text_field(N_("Reason"), searched=False, translated=False)
    before: Text = text_field(N_("Words before"), searched=False, translated=False)
    at: datetime | None = None
    by: str = ""
