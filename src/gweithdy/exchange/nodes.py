"""Nodes: a YAML document as plain nodes with their lines; nothing is constructed or guessed."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import yaml

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.keys import LARGEST_FILE

DEEPEST = 8
"""Levels of nesting; the format itself needs four."""

MOST_PARTS = 1_000_000
"""Keys and values of a file; 20,000 cards in both languages have 600,000."""

UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as its raw text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of nodes."""

    line: int
    items: "list[Node]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapped:
    """Nodes by key, with the line of each key."""

    line: int
    items: "dict[str, Node]" = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Listed | Mapped


def read_nodes(data: bytes) -> Mapped:
    """The mapping that `data` holds; Problem says where it is no plain YAML."""
    try:
        root = _Tree(_events(_decoded(data))).root
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise Problem(
            N_("Line {line}: this is not valid YAML. Nothing was imported."),
            line=mark.line + 1 if mark else 1,
        ) from error
    if not isinstance(root, Mapped):
        raise Problem(
            N_(
                "Line {line}: a session file begins with the key “{key}”, as in “gweithdy: 2”. "
                "Nothing was imported."
            ),
            line=root.line if root else 1,
            key="gweithdy",
        )
    return root


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise Problem(
            N_(
                "The file is larger than {size} MB, so it is no session file. Nothing was imported."
            ),
            size=LARGEST_FILE // 1024 // 1024,
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(
            N_("Line {line}: the file is not saved as UTF-8 text. Nothing was imported."),
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error
    if strange := UNPRINTABLE.search(text):
        raise Problem(
            N_(
                "Line {line}: there is a character here that no text file holds. "
                "Nothing was imported."
            ),
            line=text.count("\n", 0, strange.start()) + 1,
        )
    return text


def _events(text: str) -> Iterator[Any]:
    # The C parser is ten times as fast, but not everywhere there.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))


class _Tree:
    """Builds the nodes from the parser's events, level by level, without recursion."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.root: Node | None = None
        self._open: list[Listed | Mapped] = []
        self._keys: list[tuple[str, int] | None] = []
        documents = 0
        for count, event in enumerate(events):
            line = event.start_mark.line + 1
            if count > MOST_PARTS:
                raise Problem(
                    N_(
                        "Line {line}: the file has more parts than any session. "
                        "Nothing was imported."
                    ),
                    line=line,
                )
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Problem(
                        N_("Line {line}: a file holds one session only. Nothing was imported."),
                        line=line,
                    )
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
                self._keys.pop()
            elif isinstance(event, yaml.NodeEvent):
                _refuse_tricks(event, line)
                self._take(event, line)

    def _take(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            if self._awaits_key():
                self._key(event.value, line)
            else:
                self._place(Scalar(line, event.value))
            return
        if self._awaits_key():
            raise Problem(
                N_("Line {line}: a key must be one plain word. Nothing was imported."), line=line
            )
        node = Mapped(line) if isinstance(event, yaml.MappingStartEvent) else Listed(line)
        self._place(node)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > DEEPEST:
            raise Problem(
                N_("Line {line}: lists inside lists go too deep here. Nothing was imported."),
                line=line,
            )

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Mapped) and self._keys[-1] is None

    def _key(self, key: str, line: int) -> None:
        mapping = self._open[-1]
        assert isinstance(mapping, Mapped)
        if key in mapping.items:
            raise Problem(
                N_("Line {line}: “{key}” stands here twice. Nothing was imported."),
                line=line,
                key=key,
            )
        self._keys[-1] = (key, line)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Listed):
            parent.items.append(node)
            return
        key = self._keys[-1]
        assert key
        parent.items[key[0]] = node
        parent.lines[key[0]] = key[1]
        self._keys[-1] = None


def _refuse_tricks(event: Any, line: int) -> None:
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise Problem(
            N_(
                "Line {line}: anchors and aliases (“&” and “*”) are not allowed; "
                "put such a text between quotes: “{key}”. Nothing was imported."
            ),
            line=line,
            key=event.anchor,
        )
    if event.tag:
        raise Problem(
            N_(
                "Line {line}: tags (“!”) are not allowed; put such a text between quotes: “{key}”. "
                "Nothing was imported."
            ),
            line=line,
            key=event.tag,
        )


def known_keys(item: Mapped, known: Collection[str]) -> None:
    """Problem for a key that nothing here is called."""
    for key, line in item.lines.items():
        if key in known:
            continue
        shown = key[:60]
        near = get_close_matches(shown.lower(), known, n=1)
        if near:
            raise Problem(
                N_(
                    "Line {line}: the key “{key}” is not known here. Did you mean “{known}”? "
                    "Nothing was imported."
                ),
                line=line,
                key=shown,
                known=near[0],
            )
        raise Problem(
            N_(
                "Line {line}: the key “{key}” is not known here; these are: {known}. "
                "Nothing was imported."
            ),
            line=line,
            key=shown,
            known=", ".join(known),
        )
