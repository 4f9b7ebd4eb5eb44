"""The pack of a moment: made from a copy, in whichever thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gweithdy.domain.ids import Id
from gweithdy.domain.stop import Asked
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.contents import Outcome, outcome
from gweithdy.pack.document import Document
from gweithdy.pack.files import files_of
from gweithdy.pack.gaps import Gap, missing
from gweithdy.pack.kept_back import Found
from gweithdy.pack.letters import Boxed
from gweithdy.pack.options import PackOptions
from gweithdy.pack.reading import Readable
from gweithdy.pack.since import Since
from gweithdy.pack.withheld import Withheld, withheld
from gweithdy.pack.writing import boxes, readable_together

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

ANYWHERE = Path("pack.pdf")
"""What a pack is called that is only looked at."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at a pack: its pages, and what is to be known before it goes out."""

    session: Id
    pages: Readable
    found: tuple[Found, ...]
    boxed: tuple[Boxed, ...]
    gaps: tuple[Gap, ...]
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True)
class Making:
    """`since` is the version since which the pack says what has changed, 0 for none.

    What a session was like then is read once, and remembered in `known`.
    """

    workshop: Workshop
    options: PackOptions
    today: date
    library: "Library"
    since: int = 0
    known: dict[tuple[Id, int], Since] = field(default_factory=dict)

    def look(self, cancelled: Asked) -> Looked:
        """The pages, and what was found while they were made."""
        outcomes = self._outcomes(ANYWHERE)
        made = [each for each, _ in outcomes.values()]
        pages = readable_together([each.document for each in made], cancelled)
        found = {each.key: each for one in made for each in one.found}
        boxed = {each.text: each for one in made for each in boxes(one.document)}
        return Looked(
            self.workshop.id,
            pages,
            tuple(found.values()),
            tuple(boxed.values()),
            tuple(self._gaps(outcomes)),
            tuple(withheld(self.workshop, self.options, found.values())),
        )

    def gaps(self) -> list[Gap]:
        """The texts that are printed and lack the language of their part."""
        return self._gaps(self._outcomes(ANYWHERE))

    def documents(self, path: Path) -> dict[Path, Document]:
        """What is to be written where."""
        return {file: made.document for file, (made, _) in self._outcomes(path).items()}

    def _outcomes(self, path: Path) -> dict[Path, tuple[Outcome, PackOptions]]:
        options = replace(self.options, since=self._since())
        return {
            file: (outcome(self.workshop, one, self.today), one)
            for file, one in files_of(path, options).items()
        }

    def _gaps(self, outcomes: Mapping[Path, tuple[Outcome, PackOptions]]) -> list[Gap]:
        return [
            gap
            for made, one in outcomes.values()
            for gap in missing(self.workshop, one, made.document)
        ]

    def _since(self) -> Since | None:
        key = self.workshop.id, self.since
        if not self.since:
            return None
        if key not in self.known and (packed := self.library.packed(key[0]).get(self.since)):
            then = self.library.workshop_then(key[0], packed.edit)
            self.known[key] = Since(self.since, packed.at.astimezone().date(), then)
        return self.known.get(key)
