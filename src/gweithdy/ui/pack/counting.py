"""The version of a pack: counted before it is made, and taken back if nothing comes of it."""

from dataclasses import replace
from pathlib import Path

from gweithdy.domain.ids import Id
from gweithdy.domain.session import Session
from gweithdy.edits.pack import exported, not_exported
from gweithdy.ui.desk import Desk
from gweithdy.ui.pack.forms import Forms
from gweithdy.ui.pack.making import Making


class Counting:
    """One version at a time: `begin`, and then `take_back` or `end`.

    `version` is its number, 0 for a draft. `forms` are those of the last one that was written.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._session: Id = ""
        self.version = 0
        self.forms: Forms | None = None

    def begin(self, making: Making) -> bool:
        """Count the version that is made; False if that could not be written down.

        Before it is made: what is changed meanwhile is not in it, and has changed since.
        """
        session = self._desk.catalogue.find(Session, making.workshop.id)
        if session is None or making.options.draft:
            # A draft is no version, though its cover says which one it may become.
            self.version = 0
            return True
        self.version, self._session = session.packs + 1, session.id
        return self._desk.do(exported(session))

    def take_back(self) -> None:
        """Nothing came of the version that was counted, if one was."""
        session = self._desk.catalogue.find(Session, self._session)
        if session:
            self._desk.do(not_exported(session, self.version))
        self._session = ""

    def end(self, making: Making, files: tuple[Path, ...], same: Forms | None) -> tuple[Path, ...]:
        """All files there are of the version of which `files` were written.

        `same` is the one that was counted before, if these are other forms of it.
        """
        if same:
            self.take_back()
            self.forms = replace(same, files=(*same.files, *files))
            self.version = same.version
            return self.forms.files
        if self.version:
            self.forms = Forms(making, files)
        self._session = ""
        return files
