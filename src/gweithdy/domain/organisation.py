"""The organisation: who gives out the packs of a library, entered once."""

from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.attached import Attached
from gweithdy.domain.entity import Entity, Noun
from gweithdy.domain.field import link_field, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text

ORGANISATION: Id = "6f1d6c0e-52f4-4a63-9d5b-6a2f0c9f8e11"
"""The id of the one organisation that a library has, the same in each: two windows that enter it
at once write about the same thing."""

LINES = ("website", "contact")
"""What stands on one line of a cover, and has no language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Entity):
    """The house that a library belongs to, as its packs show it.

    `contact` is an e-mail address or a telephone number, as it may be printed. A pack in a language
    shows the logo in that language, or the only one there is; `alt` says what the logos show, each
    language of the one in it. `colour` is "#RRGGBB", "" for that of the program.
    """

    noun: ClassVar = Noun(N_("Organisation"), page="pack")

    # Not searched: what is found is gone to in a session, and this belongs to none.
    name: Text = text_field(N_("Organisation"), translated=False, searched=False)
    address: Text = text_field(translated=False, searched=False)
    website: str = link_field()
    contact: str = ""
    logo_cy: Attached | None = None
    logo_en: Attached | None = None
    alt: Text = text_field(translated=False, searched=False)
    colour: str = ""

    def logo(self, language: str) -> Attached | None:
        """The logo on pages in `language`: its own, else the only one there is."""
        own, other = self.logo_cy, self.logo_en
        if language != "cy":
            own, other = other, own
        return own or other
