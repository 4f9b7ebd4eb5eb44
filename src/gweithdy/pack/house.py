"""The house that gives out a pack: what its covers say of it and show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gweithdy.domain.attached import Attached
from gweithdy.domain.organisation import ORGANISATION, Organisation
from gweithdy.domain.text import Language
from gweithdy.pack.logos import is_png

BytesOf = Callable[[Attached], bytes | None]
"""Where the bytes of an attached file are; None if they are lost."""


@dataclass(frozen=True, slots=True)
class House:
    """An organisation with the logos, as PNG, that its pages in each language show."""

    about: Organisation = field(default_factory=lambda: Organisation(id=ORGANISATION))
    logos: Mapping[Language, bytes] = field(default_factory=dict)


def house_of(organisation: Organisation, bytes_of: BytesOf) -> House:
    """The organisation with its logos, as far as they are there."""
    logos: dict[Language, bytes] = {}
    for language in Language:
        attached = organisation.logo(language)
        data = bytes_of(attached) if attached else None
        if data and is_png(data):
            logos[language] = data
    return House(organisation, logos)
