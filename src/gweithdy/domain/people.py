"""Participants: who takes part, how, and in which language."""

from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import name_field, order_field, text_field
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class Mode(Choice):
    """How somebody takes part."""

    ROOM = "room"
    ONLINE = "online"


MODE_LABELS = labels({Mode.ROOM: N_("In the room"), Mode.ONLINE: N_("Online")})


class LanguageChoice(Choice):
    """The language somebody asked to use; the record of the person's wish."""

    NOT_ASKED = "not_asked"
    CY = "cy"
    EN = "en"
    BOTH = "both"


LANGUAGE_CHOICE_LABELS = labels(
    {
        LanguageChoice.NOT_ASKED: N_("Not asked"),
        LanguageChoice.CY: N_("Welsh"),
        LanguageChoice.EN: N_("English"),
        LanguageChoice.BOTH: N_("Welsh and English"),
    }
)


class Sector(Choice):
    """The part of public life that an organisation belongs to."""

    UNKNOWN = "unknown"
    LOCAL = "local"
    HEALTH = "health"
    GOVERNMENT = "government"
    VOLUNTARY = "voluntary"
    UNIVERSITY = "university"
    BUSINESS = "business"
    CITIZEN = "citizen"
    OTHER = "other"


SECTOR_LABELS = labels(
    {
        Sector.UNKNOWN: N_("Not known"),
        Sector.LOCAL: N_("Local government"),
        Sector.HEALTH: N_("Health"),
        Sector.GOVERNMENT: N_("Government and agencies"),
        Sector.VOLUNTARY: N_("Voluntary sector"),
        Sector.UNIVERSITY: N_("Universities and colleges"),
        Sector.BUSINESS: N_("Business"),
        Sector.CITIZEN: N_("Citizens"),
        Sector.OTHER: N_("Other"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Owned):
    """One person who takes part.

    `name` may be a pseudonym ("P-07"). The pack prints it only with `named`, the consent to that.
    `table` is the table in the room, as people call it ("3").
    """

    noun: ClassVar = Noun(N_("Person"), page="people", key="people", copied=True)

    name: str = name_field()
    # A name: where it stands in one language alone, no translation of it is missing.
    organisation: Text = text_field(N_("Organisation"), printed="people", translated=False)
    sector: Sector = Sector.UNKNOWN
    mode: Mode = Mode.ROOM
    table: str = ""
    language: LanguageChoice = LanguageChoice.NOT_ASKED
    named: bool = False
    order: float = order_field()
