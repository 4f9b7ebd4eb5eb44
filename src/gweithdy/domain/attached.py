"""Attached files: what a field says about a file whose bytes are kept once, by their digest."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that belongs to a thing.

    `digest` is the SHA-256 of its bytes in 64 hex characters, `size` their number, `media` the
    media type ("image/jpeg"), `name` what people call it.
    """

    digest: str
    name: str
    size: int
    media: str


def digest_of(data: bytes) -> str:
    """What the bytes of a file are known by."""
    return hashlib.sha256(data).hexdigest()


def attached(data: bytes, name: str, media: str) -> Attached:
    """What a field says about a file with these bytes."""
    return Attached(digest_of(data), name, len(data), media)
