"""Headings: what the columns of a list are called, and the choices that stand in them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from gweithdy.domain.actions import ACTION_STATE_LABELS, ActionState
from gweithdy.domain.agenda import BLOCK_KIND_LABELS, BlockKind
from gweithdy.domain.board import (
    CARD_KIND_LABELS,
    LANE_LABELS,
    THEME_ROLE_LABELS,
    CardKind,
    LaneKind,
    ThemeRole,
)
from gweithdy.domain.choice import ByChoice
from gweithdy.domain.looks import SORTING_LABELS, Sorting
from gweithdy.domain.people import (
    LANGUAGE_CHOICE_LABELS,
    MODE_LABELS,
    SECTOR_LABELS,
    LanguageChoice,
    Mode,
    Sector,
)
from gweithdy.domain.problem import N_, NC_
from gweithdy.domain.quotes import PARKED_LABELS, ParkedState
from gweithdy.domain.reflections import REFLECTION_LABELS, ReflectionKind
from gweithdy.domain.restraint import (
    HOLDING_LABELS,
    NAMING_LABELS,
    STANDING_LABELS,
    VERDICT_LABELS,
    Holding,
    Naming,
    Standing,
    Verdict,
)
from gweithdy.domain.rounds import ROUND_KIND_LABELS, ROUND_ON_LABELS, RoundKind, RoundOn
from gweithdy.domain.session import (
    SESSION_LANGUAGE_LABELS,
    STATUS_LABELS,
    SessionLanguages,
    Status,
)
from gweithdy.domain.stakeholders import (
    GROUP_LABELS,
    ROLE_LABELS,
    SUPPORT_LABELS,
    TIE_LABELS,
    Group,
    Role,
    Support,
    TieKind,
)

TITLES = {
    "session": N_("Session"),
    "people": N_("People"),
    "agenda": N_("Agenda"),
    "boards": N_("Boards"),
    "lanes": N_("Questions"),
    "themes": N_("Themes"),
    "cards": N_("Cards"),
    "rounds": N_("Rounds of votes"),
    "votes": N_("Votes"),
    "arrived": N_("As it arrived"),
    "rulings": N_("Decisions on cards"),
    "photos": N_("Photos"),
    "quotes": N_("Quotes"),
    "parking": N_("Parking lot"),
    "stakeholders": N_("Stakeholders"),
    "ties": N_("Ties"),
    "decisions": N_("Decisions"),
    "actions": N_("Actions"),
    "reflections": N_("Reflections"),
    "views": N_("Saved views"),
    "sent": N_("Who got the pack"),
}
"""Of the lists, by the key of their noun in the session file."""

HEADINGS = {
    "series": N_("Series"),
    "title": N_("Title"),
    "purpose": N_("Purpose"),
    "date": N_("Date"),
    "start": N_("Starts at"),
    "place": N_("Place"),
    "online_link": N_("Online link"),
    "languages": N_("Languages of the session"),
    "status": N_("Status"),
    "next_steps": N_("What happens next"),
    "packs": N_("Packs exported"),
    "name": N_("Name"),
    "organisation": N_("Organisation"),
    "sector": N_("Sector"),
    "mode": N_("Takes part"),
    "table": NC_("where people sit", "Table"),
    "language": N_("Language"),
    "named": N_("May be named"),
    "kind": N_("Kind"),
    "minutes": N_("Minutes"),
    "least": N_("Not shorter than"),
    "optional": N_("May be left out"),
    "promised": N_("Start by the plan"),
    "replanned": N_("Minutes as re-planned"),
    "left_out": N_("Left out"),
    "locked": N_("Fixed start"),
    "notes": N_("Notes"),
    "online": N_("What people online do"),
    "lead": N_("Lead"),
    "began": N_("Began"),
    "ended": N_("Ended"),
    "board": N_("Board"),
    "lane": N_("Question"),
    "theme": N_("Theme"),
    "text": N_("Words"),
    "source": N_("Where it was said"),
    "captured": N_("Written down"),
    "also": N_("Further kinds"),
    "noted_by": N_("Noted by"),
    "said_by": N_("Said by"),
    "also_in": N_("Further themes"),
    "made_of": N_("Made of these cards"),
    "unlike": N_("Not similar to these cards"),
    "parent": N_("Inside the theme"),
    "role": N_("Colour"),
    "target": N_("Card or theme"),
    "count": N_("Votes"),
    "round": N_("Round of votes"),
    "round.about": N_("What is voted on"),
    "budget": N_("Dots for each person"),
    "cap": N_("Dots of one person for one thing"),
    "first": N_("First criterion"),
    "second": N_("Second criterion"),
    "third": N_("Third criterion"),
    "closed": N_("Closed"),
    "seen": N_("Results are seen at once"),
    "criterion": N_("Criterion"),
    "vote.mark": N_("Mark out of 5"),
    "speaker": N_("Said by"),
    "group": N_("Group"),
    "power": N_("Power"),
    "interest": N_("Interest"),
    "support": N_("Support"),
    "roles": N_("Roles"),
    "tie.start": NC_("a stakeholder with a tie", "From"),
    "tie.end": NC_("a stakeholder with a tie", "To"),
    "decided_by": N_("Who decided"),
    "owner": N_("Who is responsible"),
    "due": N_("By when"),
    "state": N_("State"),
    "version": N_("Version"),
    "recipient": N_("Who got it"),
    "files": N_("Files"),
    "card": N_("Card"),
    "line": N_("Line"),
    "author": N_("Written by"),
    "format": N_("Kind of file"),
    "mark": N_("Known again by"),
    "during": N_("During"),
    "origin": N_("Made of"),
    "since": N_("Parked since"),
    "naming": N_("Anonymity"),
    "holding": N_("Which cards wait"),
    "standing": N_("Moderation"),
    "verdict": N_("Decision"),
    "reason": N_("Reason"),
    "before": N_("Words before"),
    "at": N_("When"),
    "by": N_("Who decided"),
    "photo.alt": N_("What a photo shows"),
    "photo.cards": N_("Cards"),
    "photo.picture": N_("Photo"),
    "photo.small": N_("Small picture"),
    "photo.wide": N_("Width in pixels"),
    "photo.high": N_("Height in pixels"),
    "photo.taken": N_("When"),
    "look.words": N_("Words"),
    "look.loose": N_("No theme"),
    "look.spoken": N_("Language"),
    "look.votes": N_("Votes"),
    "look.untranslated": N_("Translation needed"),
    "look.sorting": N_("Order of the cards"),
}
"""Of the columns, by field; where a noun means something else by it, by "noun.field"."""

LABELS: Mapping[type[StrEnum], ByChoice[Any, str]] = {
    SessionLanguages: SESSION_LANGUAGE_LABELS,
    Status: STATUS_LABELS,
    Sector: SECTOR_LABELS,
    Mode: MODE_LABELS,
    LanguageChoice: LANGUAGE_CHOICE_LABELS,
    BlockKind: BLOCK_KIND_LABELS,
    LaneKind: LANE_LABELS,
    CardKind: CARD_KIND_LABELS,
    ThemeRole: THEME_ROLE_LABELS,
    Group: GROUP_LABELS,
    Support: SUPPORT_LABELS,
    Role: ROLE_LABELS,
    TieKind: TIE_LABELS,
    ActionState: ACTION_STATE_LABELS,
    ParkedState: PARKED_LABELS,
    ReflectionKind: REFLECTION_LABELS,
    Naming: NAMING_LABELS,
    Holding: HOLDING_LABELS,
    Standing: STANDING_LABELS,
    Verdict: VERDICT_LABELS,
    RoundKind: ROUND_KIND_LABELS,
    RoundOn: ROUND_ON_LABELS,
    Sorting: SORTING_LABELS,
}
"""What people call the choices."""


def title_of(key: str) -> str:
    """The title of a list; its key where nobody has named it yet."""
    return TITLES.get(key, key)


def heading_of(noun: str, field: str) -> str:
    """The heading of a column; the name of the field where nobody has named it yet."""
    return HEADINGS.get(f"{noun}.{field}") or HEADINGS.get(field, field)


def label_of(choice: StrEnum) -> str:
    """What people call a choice; its own word where nobody has named its kind yet."""
    labels = LABELS.get(type(choice))
    return labels[choice] if labels else str(choice)
