"""Series and sessions: what the library holds."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Entity, Noun
from gweithdy.domain.field import fresh, link_field, ref, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class Status(Choice):
    """Where a session stands."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    REPORTED = "reported"


STATUS_LABELS = labels(
    {
        Status.PLANNED: N_("Planned"),
        Status.RUNNING: N_("In progress"),
        Status.HELD: N_("Held"),
        Status.REPORTED: N_("Pack sent"),
    }
)


class SessionLanguages(Choice):
    """The languages a session is held in."""

    BOTH = "both"
    CY = "cy"
    EN = "en"


SESSION_LANGUAGE_LABELS = labels(
    {
        SessionLanguages.BOTH: N_("Welsh and English"),
        SessionLanguages.CY: N_("Welsh"),
        SessionLanguages.EN: N_("English"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Entity):
    """Sessions that belong together and follow one another."""

    noun: ClassVar = Noun(page="library", key="series")

    title: Text = text_field()
    about: Text = text_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Entity):
    """One session: a day or part of one, in the room, online or both.

    `start` is local time at the place. `next_steps` is what happens after it.
    `packs` counts the packs that were exported, and so numbers their versions.
    """

    noun: ClassVar = Noun(N_("Session"), page="agenda", key="session")

    series: Id = ref("series")
    title: Text = text_field(N_("Title of the session"), printed="cover", copied=False)
    purpose: Text = text_field(N_("Purpose"), printed="purpose")
    date: dt.date | None = fresh()
    start: dt.time | None = None
    place: Text = text_field(N_("Place"), printed="cover")
    online_link: str = link_field()
    languages: SessionLanguages = SessionLanguages.BOTH
    status: Status = fresh(Status.PLANNED)
    next_steps: Text = text_field(N_("What happens next"), printed="next", copied=False)
    packs: int = fresh(0, least=0, most=1_000_000)
