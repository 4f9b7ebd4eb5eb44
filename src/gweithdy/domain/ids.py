"""Ids of everything: UUIDs made in Python, so that undo, files and laptops agree on them."""

import re
import uuid

Id = str
"""A UUID in its canonical form of 36 lower-case characters; "" means none."""

CANONICAL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def new_id() -> Id:
    """A new random id."""
    return str(uuid.uuid4())


def derived_id(owner: Id, name: str) -> Id:
    """The same id every time for the same `name` inside the same `owner`."""
    return str(uuid.uuid5(uuid.UUID(owner), name))


def is_id(text: object) -> bool:
    """Whether `text` is an id in canonical form."""
    return isinstance(text, str) and CANONICAL.fullmatch(text) is not None
