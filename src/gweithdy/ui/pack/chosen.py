"""What was chosen for the pack of a session, and how it is kept on this computer."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, TypeVar

from gweithdy.domain.ids import Id
from gweithdy.pack.copies import Copy
from gweithdy.pack.files import EACH
from gweithdy.pack.house import House
from gweithdy.pack.layouts import Layout
from gweithdy.pack.options import PackOptions, Section, usual_sections
from gweithdy.ui.settings import Settings

S = TypeVar("S", bound=StrEnum)
KEY = "pack_choices"
MOST_KEPT = 60
"""Sessions whose choices are kept, those that were chosen last."""
USUAL = ""
"""In the place of a session: what a session begins with in which nothing was chosen yet."""


class Languages(StrEnum):
    """Which languages, in which order, and in how many documents."""

    CY_EN = "cy-en"
    EN_CY = "en-cy"
    EACH = EACH
    CY = "cy"
    EN = "en"

    @property
    def is_one(self) -> bool:
        """Whether each document has one language."""
        return self not in (Languages.CY_EN, Languages.EN_CY)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice of each kind.

    `order` holds all sections, also those that are `left_out`. `since` is a version, 0 for none.
    """

    copy: Copy = Copy.PARTICIPANTS
    languages: Languages = Languages.CY_EN
    layout: Layout = Layout.PARTS
    order: tuple[Section, ...] = tuple(Section)
    left_out: tuple[Section, ...] = ()
    since: int = 0
    draft: bool = False
    names: bool = True

    def options(self, house: House) -> PackOptions:
        """The same as a pack is told it; `since` needs the library."""
        one = self.languages.is_one
        return PackOptions(
            order=str(Languages.CY_EN if one else self.languages),
            language=str(self.languages) if one else "both",
            names=self.names,
            sections=tuple(each for each in self.order if each not in self.left_out),
            house=house,
            draft=self.draft,
            copy=self.copy,
            layout=self.layout,
        )


def kept(settings: Settings, session: Id) -> Chosen:
    """What was chosen for a session; in a new one the languages and the layout of the last time."""
    every = _every(settings)
    return _read(every[session]) if session in every else _read(every.get(USUAL))


def keep(settings: Settings, session: Id, chosen: Chosen) -> None:
    """Keep what was chosen.

    For whom a pack is, and what is in it, belongs to its session: a copy with all names would else
    be made of the next session too.
    """
    every = _every(settings)
    every.pop(session, None)
    every[session] = asdict(chosen)
    every[USUAL] = {"languages": chosen.languages, "layout": chosen.layout}
    sessions = [each for each in every if each != USUAL]
    for old in sessions[:-MOST_KEPT]:
        del every[old]
    settings.put(KEY, json.dumps(every))


def _every(settings: Settings) -> dict[str, Any]:
    try:
        every = json.loads(settings.get(KEY) or "{}")
    except ValueError:
        # Somebody wrote into the file: nothing was chosen then.
        return {}
    return every if isinstance(every, dict) else {}


def _read(said: object) -> Chosen:
    """What this version knows of it; all else is as usual."""
    said = said if isinstance(said, dict) else {}
    usual = Chosen()
    since = said.get("since")
    known = _known(Section, said.get("order"))
    copy = _one(usual.copy, said.get("copy"))
    # What has come since it was kept is printed where it usually is.
    new = [each for each in Section if known and each not in known]
    out = [each for each in new if each not in usual_sections(copy)]
    return Chosen(
        copy=copy,
        languages=_one(usual.languages, said.get("languages")),
        layout=_one(usual.layout, said.get("layout")),
        order=(*known, *(each for each in Section if each not in known)),
        left_out=(*_known(Section, said.get("left_out")), *out),
        since=since if isinstance(since, int) and since > 0 else 0,
        draft=said.get("draft") is True,
        names=said.get("names") is not False,
    )


def _one(usual: S, said: object) -> S:
    known = _known(type(usual), [said])
    return known[0] if known else usual


def _known(kind: type[S], said: object) -> tuple[S, ...]:
    values = said if isinstance(said, list) else []
    return tuple(dict.fromkeys(each for value in values for each in kind if each == value))
