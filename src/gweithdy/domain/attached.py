"""Attached files: what a field says about a file whose bytes are kept once, by their digest."""

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
