"""The kinds of card on screen: a symbol, a colour role and a word each."""

from gweithdy.domain.board import CardKind

ICONS = {
    CardKind.NONE: "",
    CardKind.CULTURAL: "circle",
    CardKind.STRUCTURAL: "square",
    CardKind.BEHAVIOURAL: "triangle",
}

ROLES = {
    CardKind.NONE: "quiet",
    CardKind.CULTURAL: "cultural",
    CardKind.STRUCTURAL: "structural",
    CardKind.BEHAVIOURAL: "behavioural",
}
