"""The symbol of each kind of block; its word always stands beside it."""

from gweithdy.domain.agenda import BlockKind
from gweithdy.domain.choice import ByChoice

_ICONS = {
    BlockKind.WELCOME: "users",
    BlockKind.TALK: "lightbulb",
    BlockKind.DISCUSSION: "message-square-quote",
    BlockKind.CAPTURE: "sticky-note",
    BlockKind.VOTE: "vote",
    BlockKind.STAKEHOLDERS: "network",
    BlockKind.ACTIONS: "list-checks",
    BlockKind.REFLECTION: "eye",
    BlockKind.BREAK: "coffee",
    BlockKind.LUNCH: "coffee",
}
BLOCK_ICONS = ByChoice(_ICONS, "square")
