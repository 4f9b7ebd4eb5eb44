"""Session reader: a session from the nodes of its file, checked against the declarations."""

import re
from dataclasses import dataclass, replace
from typing import TypeVar

from gweithdy.domain.entity import Entity, declared, noun_name
from gweithdy.domain.field import Field, Kind, Value
from gweithdy.domain.ids import Id
from gweithdy.domain.ordering import STEP
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series, Session
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.keys import FORMAT, FORMATS, LISTED, TOP, written_fields
from gweithdy.exchange.names import Names, fixed_id
from gweithdy.exchange.nodes import Listed, Mapped, Node, Scalar, known_keys, read_nodes
from gweithdy.exchange.scalars import EXPECTED, value, words, wrong
from gweithdy.exchange.texts import TEXT_EXPECTED, read_text

NEWER = re.compile("[1-9][0-9]{0,8}")
"""What can be the number of a later format, as the earlier ones are known."""

LIST_EXPECTED = N_("a list, each item after “- ”")
MAPPING_EXPECTED = N_("keys with values below it")

E = TypeVar("E", bound=Entity)

Items = dict[type[Entity], list[Mapped]]


@dataclass(frozen=True, slots=True)
class SessionFile:
    """What one session file holds; `files` are the bytes of pictures that lay beside it."""

    series: Series | None
    workshop: Workshop
    files: tuple[bytes, ...] = ()


def read_session(data: bytes) -> SessionFile:
    """The session in the bytes of a file; Problem names the line and the form expected."""
    root = read_nodes(data)
    known_keys(root, TOP)
    _check_format(root)
    item = _mapping(_needed(root, "session"), "session")
    names = Names(fixed_id("session", item, data), _newer(root))
    names.claim("session", names.session, item)
    series = _series(root, names)
    items = {noun: _items(root, noun) for noun in LISTED}
    ids = _ids(items, names)
    session = _made(Session, names.session, item, names)
    if series and not session.series:
        session = replace(session, series=series.id)
    return SessionFile(series, Workshop(session, _owned(items, ids, names)))


def _check_format(root: Mapped) -> None:
    node = _needed(root, "gweithdy")
    number = node.text if isinstance(node, Scalar) else ""
    if number in FORMATS:
        return
    if NEWER.fullmatch(number):
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


def _newer(root: Mapped) -> frozenset[str]:
    node = root.items.get("newer", Scalar(root.line, ""))
    listed = _list(node, "newer")
    return frozenset(filter(None, (words(each, "newer") for each in listed)))


def _series(root: Mapped, names: Names) -> Series | None:
    if "series" not in root.items:
        return None
    item = _mapping(root.items["series"], "series")
    title = read_text(_needed(item, "title"), "title")
    id = fixed_id("series", item, f"{title.cy.words}\n{title.en.words}".encode())
    names.claim("series", id, item)
    return _made(Series, id, item, names)


def _items(root: Mapped, noun: type[Entity]) -> list[Mapped]:
    """The items of one noun."""
    key = noun.noun.key
    node = root.items.get(key)
    if node is None or (isinstance(node, Scalar) and not node.text):
        return []
    if noun.noun.single:
        one = _mapping(node, key)
        known_keys(one, [f.name for f in written_fields(noun)])
        return [one]
    if not isinstance(node, Listed):
        raise wrong(node.line, key, LIST_EXPECTED)
    return [_mapping(item, key) for item in node.items]


def _ids(items: Items, names: Names) -> dict[type[Entity], list[Id]]:
    """The ids of all items; all of them are known before references are read."""
    for noun in sorted(items, key=lambda noun: not noun.noun.single):
        note = names.note_single if noun.noun.single else names.note
        for item in items[noun]:
            note(noun_name(noun), item)
    return {
        noun: [names.of_item(noun_name(noun), item, place) for place, item in enumerate(rows, 1)]
        for noun, rows in items.items()
    }


def _owned(items: Items, ids: dict[type[Entity], list[Id]], names: Names) -> list[Entity]:
    made: list[Entity] = []
    for noun, rows in items.items():
        ordered = any(field.name == "order" for field in declared(noun))
        for place, (id, item) in enumerate(zip(ids[noun], rows, strict=True), 1):
            more: dict[str, Value] = {"session": names.session}
            if ordered:
                more["order"] = place * STEP
            made.append(_made(noun, id, item, names, **more))
    return made


def _made(noun: type[E], id: str, item: Mapped, names: Names, **more: Value) -> E:
    known = {field.name: field for field in written_fields(noun)}
    known_keys(item, ["id", *known])
    values = {
        key: _value(known[key], node, names) for key, node in item.items.items() if key != "id"
    }
    if noun in (Series, Session) and not values.get("title"):
        node = item.items.get("title", item)
        raise wrong(node.line, "title", TEXT_EXPECTED)
    return noun(id=id, **values, **more)


def _value(field: Field, node: Node, names: Names) -> Value:
    if field.kind is Kind.TEXT:
        return read_text(node, field.name)
    if field.kind is Kind.IDS:
        return tuple(
            dict.fromkeys(_referred(field, each, names) for each in _list(node, field.name))
        )
    if field.kind is Kind.ID:
        is_nothing = isinstance(node, Scalar) and not node.text
        return "" if is_nothing else _referred(field, node, names)
    return value(field, node, names.newer)


def _list(node: Node, key: str) -> list[Node]:
    if isinstance(node, Scalar) and not node.text:
        return []
    if not isinstance(node, Listed):
        raise wrong(node.line, key, LIST_EXPECTED)
    return node.items


def _referred(field: Field, node: Node, names: Names) -> Id:
    if not isinstance(node, Scalar):
        raise wrong(node.line, field.name, EXPECTED[Kind.ID])
    return names.referred(node, field.name, field.ref)


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
