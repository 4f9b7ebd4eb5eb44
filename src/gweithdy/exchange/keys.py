"""Keys: what stands in a session file under what name, and how large its values may be."""

from gweithdy.domain.entity import Entity, declared
from gweithdy.domain.field import Field
from gweithdy.domain.nouns import OWNED

FORMAT = 2
"""The number after the key `gweithdy`: a newer one may hold what this version cannot read."""

FORMATS = ("1", "2")
"""Those that can be read."""

LISTED: tuple[type[Entity], ...] = tuple(noun for noun in OWNED if noun.noun.key)
"""The nouns whose things stand in a file, in that order."""

TOP = ("gweithdy", "newer", "series", "session", *(noun.noun.key for noun in LISTED))

ANY_NUMBER = (-1_000_000_000, 1_000_000_000)
LARGEST_FILE = 16 * 1024 * 1024


def written_fields(noun: type[Entity]) -> tuple[Field, ...]:
    """The fields that stand in a file: not those which its structure says anyway."""
    return tuple(f for f in declared(noun) if f.name not in ("session", "deleted", "order"))


def limits(field: Field) -> tuple[int, int]:
    """The smallest and the largest number that `field` may hold."""
    low, high = ANY_NUMBER
    return (low if field.least is None else field.least, high if field.most is None else field.most)
