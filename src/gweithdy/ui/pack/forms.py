"""The forms of a version: the same pack as PDF, as web page and for Word."""

from dataclasses import dataclass, replace
from pathlib import Path

from gweithdy.edits.pack import exported
from gweithdy.ui.pack.making import ANYWHERE, Making


@dataclass(frozen=True, slots=True)
class Forms:
    """A version that was counted: the pack as it was made, and all files written of it."""

    making: Making
    files: tuple[Path, ...]

    @property
    def version(self) -> int:
        """The number that stands in all of them."""
        return self.making.workshop.session.packs + 1

    def take(self, making: Making, path: Path) -> bool:
        """Whether `making`, written to `path`, is this version in another kind of file.

        The same kind again is a version of its own: somebody may have had the first.
        """
        if path.suffix.lower() in {file.suffix.lower() for file in self.files}:
            return False
        counted = self.making.workshop.copy()
        counted.take(exported(counted.session))
        then = replace(self.making, workshop=counted)
        return then.documents(ANYWHERE) == making.documents(ANYWHERE)
