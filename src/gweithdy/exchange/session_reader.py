"""Session reader: a session from the nodes of its file, checked against the declarations."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from gweithdy.domain.clock import Clock, clock_id
from gweithdy.domain.entity import Entity, Field, Kind, Value, declared
from gweithdy.domain.ordering import STEP
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import Language, Text, Translation, fingerprint
from gweithdy.domain.workshop import OWNED, Workshop, noun_name
from gweithdy.exchange.keys import FORMAT, KEYS, TOP, written_fields
from gweithdy.exchange.names import Names, fixed_id
from gweithdy.exchange.nodes import Listed, Mapped, Node, Scalar, read_nodes
from gweithdy.exchange.scalars import EXPECTED, value, words, wrong

LIST_EXPECTED = N_("a list, each item after “- ”")
MAPPING_EXPECTED = N_("keys with values below it")
TEXT_EXPECTED = N_("the words after “cy:” or “en:” below it, or both")
TEXT_KEYS = ("cy", "en", "source", "state", "basis")

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class SessionFile:
    """What one session file holds."""

    series: Series | None
    workshop: Workshop


def read_session(data: bytes) -> SessionFile:
    """The session in the bytes of a file; Problem names the line and the form expected."""
    root = read_nodes(data)
    _known_keys(root, TOP)
    _check_format(root)
    item = _mapping(_needed(root, "session"), "session")
    names = Names(fixed_id("session", item, data))
    names.claim("session", names.session, item)
    series = _series(root, names)
    items = {noun: _items(root, noun, names) for noun in OWNED}
    session = _made(Session, names.session, item, names)
    if series and not session.series:
        session = replace(session, series=series.id)
    return SessionFile(series, Workshop(session, _owned(items, names)))


def _check_format(root: Mapped) -> None:
    node = _needed(root, "gweithdy")
    number = node.text if isinstance(node, Scalar) else ""
    if number == str(FORMAT):
        return
    if number.isdecimal() and int(number[:9]) > FORMAT:
        raise Problem(
            N_(
                "Line {line}: “{key}: {found}” was written by a newer gweithdy; "
                "this one reads up to {known}. Nothing was imported."
            ),
            line=node.line,
            key="gweithdy",
            found=number,
            known=FORMAT,
        )
    raise Problem(
        N_("Line {line}: “{key}” must be {known}. Nothing was imported."),
        line=node.line,
        key="gweithdy",
        known=FORMAT,
    )


def _series(root: Mapped, names: Names) -> Series | None:
    if "series" not in root.items:
        return None
    item = _mapping(root.items["series"], "series")
    title = _text(_needed(item, "title"), "title")
    id = fixed_id("series", item, f"{title.cy}\n{title.en}".encode())
    names.claim("series", id, item)
    return _made(Series, id, item, names)


def _items(root: Mapped, noun: type[Entity], names: Names) -> list[tuple[str, Mapped]]:
    """The items of one noun with their ids; all ids are known before references are read."""
    key = KEYS[noun]
    node = root.items.get(key)
    if node is None or (isinstance(node, Scalar) and not node.text):
        return []
    if noun is Clock:
        clock = _mapping(node, key)
        _known_keys(clock, [f.name for f in written_fields(noun)])
        return [(clock_id(names.session), clock)]
    if not isinstance(node, Listed):
        raise wrong(node.line, key, LIST_EXPECTED)
    mappings = [_mapping(item, key) for item in node.items]
    return [(names.of_item(noun_name(noun), m, i), m) for i, m in enumerate(mappings, 1)]


def _owned(items: dict[type[Entity], list[tuple[str, Mapped]]], names: Names) -> list[Entity]:
    made: list[Entity] = []
    for noun, rows in items.items():
        ordered = any(field.name == "order" for field in declared(noun))
        for place, (id, item) in enumerate(rows, 1):
            more: dict[str, Value] = {"session": names.session}
            if ordered:
                more["order"] = place * STEP
            made.append(_made(noun, id, item, names, **more))
    return made


def _made(noun: type[E], id: str, item: Mapped, names: Names, **more: Value) -> E:
    known = {field.name: field for field in written_fields(noun)}
    _known_keys(item, ["id", *known])
    values = {
        key: _value(noun, known[key], node, names)
        for key, node in item.items.items()
        if key != "id"
    }
    if noun in (Series, Session) and not values.get("title"):
        node = item.items.get("title", item)
        raise wrong(node.line, "title", TEXT_EXPECTED)
    return noun(id=id, **values, **more)


def _value(noun: type[Entity], field: Field, node: Node, names: Names) -> Value:
    if field.kind is Kind.TEXT:
        return _text(node, field.name)
    if field.kind is not Kind.ID:
        return value(noun, field, node)
    if not isinstance(node, Scalar):
        raise wrong(node.line, field.name, EXPECTED[Kind.ID])
    return names.referred(node, field.name, field.ref) if node.text else ""


def _text(node: Node, key: str) -> Text:
    if isinstance(node, Scalar) and not node.text:
        return Text()
    if not isinstance(node, Mapped):
        raise wrong(node.line, key, TEXT_EXPECTED)
    _known_keys(node, TEXT_KEYS)
    parts = {part: words(each, part) for part, each in node.items.items()}
    for part, allowed in (("source", Language), ("state", Translation)):
        if parts.get(part) and parts[part] not in list(allowed):
            raise Problem(
                N_(
                    "Line {line}: “{key}” must be one of these words: {words}. "
                    "Nothing was imported."
                ),
                line=node.items[part].line,
                key=part,
                words=", ".join(allowed),
            )
    return completed(Text(**parts))


def completed(text: Text) -> Text:
    """`text` with the source and basis that its words imply where they are left out."""
    source = text.source or (("cy" if text.cy else "en") if text else "")
    basis = text.basis
    if text.cy and text.en and not basis:
        basis = fingerprint(text.get(source))
    return replace(text, source=source, basis=basis)


def _mapping(node: Node, key: str) -> Mapped:
    if not isinstance(node, Mapped):
        raise wrong(node.line, key, MAPPING_EXPECTED)
    return node


def _needed(item: Mapped, key: str) -> Node:
    if key not in item.items:
        raise Problem(
            N_("Line {line}: the key “{key}” is missing here. Nothing was imported."),
            line=item.line,
            key=key,
        )
    return item.items[key]


def _known_keys(item: Mapped, known: Collection[str]) -> None:
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
