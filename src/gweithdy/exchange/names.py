"""Names: the ids of a file, which people may write as short names, and what refers to them."""

import hashlib
import re
import uuid
from collections.abc import Collection

from gweithdy.domain.ids import Id, derived_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.nodes import Mapped, Scalar
from gweithdy.exchange.scalars import wrong

SESSION_FILES = uuid.UUID("5f1c7d0e-6a0b-5d0f-9a53-2f6a0c1e7b44")
"""The namespace of the short names of sessions and series. It may never change."""

SHORT = re.compile(r"[A-Za-z0-9_.-]{1,64}")
FULL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
ID_EXPECTED = N_("a name of up to 64 letters a-z, figures and “.”, “-” or “_”, or a UUID")


class Names:
    """Turns the names of one file into ids and refuses those that do not fit together.

    `newer` are the choices in the file that only a newer version knows.
    """

    def __init__(self, session: Id, newer: Collection[str] = ()) -> None:
        self.session = session
        self.newer = newer
        self._seen: dict[Id, int] = {}
        self._ids: dict[tuple[str, str], Id] = {}

    def note(self, noun: str, item: Mapped) -> None:
        """Note the id of an item that has one; Problem if something above it has it too."""
        if name := written_name(item):
            is_full = FULL.fullmatch(name)
            self.claim(noun, name if is_full else derived_id(self.session, f"{noun}:{name}"), item)

    def note_single(self, noun: str, item: Mapped) -> None:
        """Note the id of the one thing of its noun, before those that a file can give."""
        self.claim(noun, derived_id(self.session, noun), item)

    def of_item(self, noun: str, item: Mapped, place: int) -> Id:
        """The id of the item at `place` of its list, once those of the whole file are noted.

        One without an id gets one that nothing in the file has: it may stand beside things that
        were given theirs in the same way, and were exported since.
        """
        if noted := self._ids.get((noun, written_name(item))):
            return noted
        id, again = derived_id(self.session, f"{noun}#{place}"), 1
        while id in self._seen:
            id, again = derived_id(self.session, f"{noun}#{place}#{again}"), again + 1
        self._seen[id] = item.line
        return id

    def claim(self, noun: str, id: Id, item: Mapped) -> None:
        """Note that `item` has this id; Problem if something above it has it too."""
        name = written_name(item)
        line = item.items["id"].line if "id" in item.items else item.line
        if id in self._seen:
            raise Problem(
                N_(
                    "Line {line}: the id “{name}” is already used in line {first}. "
                    "Nothing was imported."
                ),
                line=line,
                name=name,
                first=self._seen[id],
            )
        self._seen[id] = line
        self._ids[noun, name] = id

    def referred(self, node: Scalar, key: str, kinds: str) -> Id:
        """The id of the thing of one of `kinds` ("card|theme") that `node` names."""
        name = checked(node, key)
        for kind in kinds.split("|"):
            if (kind, name) in self._ids:
                return self._ids[kind, name]
        raise Problem(
            N_(
                "Line {line}: “{key}” names “{name}”, but nothing in this file has that id. "
                "Nothing was imported."
            ),
            line=node.line,
            key=key,
            name=node.text,
        )


def fixed_id(kind: str, item: Mapped, otherwise: bytes) -> Id:
    """The id of a session or series: its own, one for its short name, or one for `otherwise`."""
    name = written_name(item)
    if FULL.fullmatch(name):
        return name
    # "#" cannot be in a short name, so the two kinds never meet.
    name = f":{name}" if name else f"#{hashlib.sha256(otherwise).hexdigest()}"
    return str(uuid.uuid5(SESSION_FILES, kind + name))


def written_name(item: Mapped) -> str:
    """The id as it stands in the file, "" if there is none."""
    node = item.items.get("id")
    if node is None or (isinstance(node, Scalar) and not node.text):
        return ""
    if not isinstance(node, Scalar):
        raise wrong(node.line, "id", ID_EXPECTED)
    return checked(node, "id")


def checked(node: Scalar, key: str) -> str:
    """A name in its proper form, a UUID in lower case."""
    if FULL.fullmatch(node.text):
        return node.text.lower()
    if not SHORT.fullmatch(node.text):
        raise wrong(node.line, key, ID_EXPECTED)
    return node.text
