"""The colours of documents: the roles of the themes of the screen."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from gweithdy.domain.board import CardKind
from gweithdy.domain.choice import ByChoice
from gweithdy.domain.colour import accent
from gweithdy.resources import asset

KIND_ROLES = ByChoice[CardKind, str](
    {
        CardKind.CULTURAL: "cultural",
        CardKind.STRUCTURAL: "structural",
        CardKind.BEHAVIOURAL: "behavioural",
    },
    "quiet",
)


@cache
def colours(theme: str = "light", house: str = "") -> Mapping[str, str]:
    """The colour of each role, as "#RRGGBB". Pages are `raised`, cards on them are `paper`.

    `surface` is what bars and lines have that mean something: the `accent`, or where the colour of
    a `house` stands in its place, the nearest to it that can be seen but need not be read.
    """
    groups = json.loads(asset("themes", f"{theme}.json").read_text("utf-8"))
    roles = {role: c for group in groups.values() for role, c in group.items()}
    here = accent(house or roles["accent"], roles["raised"])
    return MappingProxyType({**roles, "accent": here.words, "surface": here.surfaces})
