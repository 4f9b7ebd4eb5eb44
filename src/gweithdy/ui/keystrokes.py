"""Keys as they are pressed, and as people read them; which keys there are says `commands`."""

import unicodedata
from functools import cache

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.ui.commands import COMMANDS, of_group

_CAPS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
    "Ins": "Insert",
    "Del": "Delete",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
}
"""What is printed on a key, where Qt calls it otherwise."""

_IN_WORDS = {"Space": N_("Space bar")}
"""Keys with nothing on them."""

WAYS = ((-1, 0), (1, 0), (0, -1), (0, 1))
"""Where the arrows go, in the order of commands that have all four: across and down."""

_MANY = 4
"""Keys of one command that are listed; more are shown as the first and the last."""


def pressed(event: QKeyEvent, *groups: str, short: bool = False) -> tuple[str, int]:
    """What a key stands for in `groups`, the first of them first, and which of its keys it is.

    "" and 0 if it stands for nothing there. With `short` the keys without Ctrl count too.
    """
    return _known(groups, short).get(_chord(event), ("", 0))


def is_key(event: QKeyEvent, id: str) -> bool:
    """Whether a key is one of those of a command."""
    return pressed(event, COMMANDS[id].group)[0] == id


def presses(event: QKeyEvent) -> bool:
    """Whether a key presses the button that has the focus, as Qt's own of one kind take it."""
    return _chord(event) == QKeyCombination(Qt.Key.Key_Return).toCombined()


def to_end(event: QKeyEvent) -> int:
    """-1 for the system's keys to the very first of all, 1 for those to the last, 0 for others."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.MoveToEndOfDocument) - event.matches(keys.MoveToStartOfDocument)


def sequences(id: str) -> list[QKeySequence]:
    """The keys of a command as Qt takes them."""
    return [QKeySequence(key) for key in COMMANDS[id].keys]


def shown(words: Words, *ids: str) -> str:
    """The keys of commands as people read them; those that are always there."""
    return ", ".join(_shown(words, _keys(words, id)) for id in ids if COMMANDS[id].keys)


def shown_first(words: Words, id: str, count: int) -> str:
    """The first `count` keys of a command as people read them."""
    keys = [_named(words, key) for key in _keys(words, id)[:count]]
    return f"{keys[0]} – {keys[-1]}" if len(keys) > 1 else keys[0]


def shown_short(words: Words, id: str) -> str:
    """The short key of a command as people read it."""
    return _named(words, COMMANDS[id].short)


def with_keys(words: Words, text: str, *ids: str) -> str:
    """`text` with keys after it, as in a tooltip."""
    keys = shown(words, *ids)
    return f"{text} ({keys})" if keys else text


def tooltip(words: Words, id: str) -> str:
    """What a command does, and its keys."""
    return with_keys(words, words.tr(COMMANDS[id].text), id)


def writes(event: QKeyEvent) -> bool:
    """Whether a key writes what Welsh needs though Alt is held: on a Mac W a ŵ, and 3 the #."""
    typed = event.text()
    base = unicodedata.normalize("NFD", typed.casefold())[:1]
    is_accented = bool(base) and not typed.isascii() and base in "aeiouwy"
    is_held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return is_held and (is_accented or typed == "#")


def types_nothing(event: QKeyEvent) -> bool:
    """Whether a key is Alt with a letter or figure, and would only leave that in the words."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    is_plain = event.text().isascii() and event.text().isalnum()
    return held == Qt.KeyboardModifier.AltModifier and is_plain


def _keys(words: Words, id: str) -> tuple[str, ...]:
    command = COMMANDS[id]
    return (words.language is Language.CY and command.welsh) or command.keys


def _shown(words: Words, keys: tuple[str, ...]) -> str:
    named = [_named(words, key) for key in keys]
    if len(named) > _MANY:
        return f"{named[0]} – {named[-1]}"
    held = {key.rpartition("+")[0] for key in keys}
    if len(held) == 1 and all(name[-1] in "←→↑↓" for name in named):
        # One hand on the arrows: what is held down is said once.
        return named[0] + "".join(f" {name[-1]}" for name in named[1:])
    return " / ".join(named)


def _named(words: Words, key: str) -> str:
    if key in _IN_WORDS:
        return words.tr(_IN_WORDS[key])
    head, plus, last = key.rpartition("+") if not key.endswith("++") else (key[:-2], "+", "+")
    return f"{head}{plus}{_CAPS.get(last, last)}"


@cache
def _known(groups: tuple[str, ...], short: bool) -> dict[int, tuple[str, int]]:  # noqa: FBT001
    known: dict[int, tuple[str, int]] = {}
    for group in groups:
        for command in of_group(group):
            keys = (
                *command.keys,
                *command.welsh,
                *([command.short] if short and command.short else ()),
            )
            for place, key in enumerate(keys):
                chord: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
                known.setdefault(chord.toCombined(), (command.id, place))
    return known


def _chord(event: QKeyEvent) -> int:
    """A key with what is held, the same for both Enter keys and whichever way a sign is typed."""
    key, held = Qt.Key(event.key()), event.modifiers()
    if not (held & Qt.KeyboardModifier.AltModifier and Qt.Key.Key_0 <= key <= Qt.Key.Key_9):
        # Alt with the figures of the keypad writes letters on Windows: Alt+0226 is an â.
        held &= ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    elif Qt.Key.Key_Exclam <= key <= Qt.Key.Key_AsciiTilde and not chr(key).isalnum():
        # Whether a sign needs Shift depends on the keyboard.
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeyCombination(held, key).toCombined()
