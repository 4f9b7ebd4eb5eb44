"""The colours of documents: the roles of the themes of the screen."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from gweithdy.domain.board import CardKind
from gweithdy.domain.choice import ByChoice
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
def colours(theme: str = "light") -> Mapping[str, str]:
    """The colour of each role, as "#RRGGBB". Pages are `raised`, cards on them are `paper`."""
    groups = json.loads(asset("themes", f"{theme}.json").read_text("utf-8"))
    return MappingProxyType({role: c for group in groups.values() for role, c in group.items()})
