"""Series and sessions: what the library holds."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from gweithdy.domain.entity import Entity, ref
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class Status(StrEnum):
    """Where a session stands."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    REPORTED = "reported"


STATUS_LABELS = {
    Status.PLANNED: N_("Planned"),
    Status.RUNNING: N_("In progress"),
    Status.HELD: N_("Held"),
    Status.REPORTED: N_("Pack sent"),
}


class SessionLanguages(StrEnum):
    """The languages a session is held in."""

    BOTH = "both"
    CY = "cy"
    EN = "en"


SESSION_LANGUAGE_LABELS = {
    SessionLanguages.BOTH: N_("Welsh and English"),
    SessionLanguages.CY: N_("Welsh"),
    SessionLanguages.EN: N_("English"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Entity):
    """Sessions that belong together and follow one another."""

    title: Text = field(default_factory=Text)
    about: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Entity):
    """One session: a day or part of one, in the room, online or both.

    `start` is local time at the place. `next_steps` is what happens after it.
    `packs` counts the packs that were exported, and so numbers their versions.
    """

    series: Id = ref("series")
    title: Text = field(default_factory=Text)
    purpose: Text = field(default_factory=Text)
    date: dt.date | None = None
    start: dt.time | None = None
    place: Text = field(default_factory=Text)
    online_link: str = ""
    languages: SessionLanguages = SessionLanguages.BOTH
    status: Status = Status.PLANNED
    next_steps: Text = field(default_factory=Text)
    packs: int = 0
