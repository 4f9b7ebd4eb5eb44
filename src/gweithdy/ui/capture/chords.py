"""Chords: what the keys of the box change beside it, without leaving it."""

from PySide6.QtCore import Qt

from gweithdy.domain.board import KINDS, CardKind
from gweithdy.language.sources import source_name
from gweithdy.ui.announce import announce
from gweithdy.ui.capture.box import KINDS as KIND_KEYS
from gweithdy.ui.capture.form import CaptureForm
from gweithdy.ui.capture.places import Shelf
from gweithdy.ui.capture.wording import not_kept
from gweithdy.ui.context import Context


class Chords:
    """What they changed is said: the box keeps the focus."""

    def __init__(self, form: CaptureForm, context: Context) -> None:
        self._form = form
        self._words = context.words
        self._is_kind_said = False

    def begin(self) -> None:
        """Another card begins: the first key for a kind says it anew."""
        self._is_kind_said = False

    def choose(self, command: str, lane: int) -> None:
        """Do what a chord says; `lane` is the number of the one that it names, from 0."""
        form = self._form
        match command:
            case "capture.source" | "capture.online" | "capture.room" if not form.keeps_places():
                announce(form, not_kept(self._words))
            case "capture.source":
                form.source.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case "capture.online" | "capture.room":
                form.source.choose(command.rpartition(".")[2])
                announce(form, source_name(self._words, form.source.source()))
            case _ if command in KIND_KEYS:
                self._add_kind(KIND_KEYS[command])
            case _:
                self._choose_place(command, lane)
                announce(form, form.where.place().name)

    def _choose_place(self, command: str, lane: int) -> None:
        where = self._form.where
        match command:
            case "capture.lane":
                where.choose_lane(lane)
            case "capture.quote":
                where.choose((Shelf.QUOTE, ""))
            case "capture.parked":
                where.choose((Shelf.PARKED, ""))

    def _add_kind(self, kind: CardKind) -> None:
        """The first key for a card says its kind; another adds to it, or takes its own away."""
        form = self._form
        if not form.where.place().has_kinds:
            return
        now = form.kind.kinds() if self._is_kind_said else ()
        self._is_kind_said = True
        if kind in KINDS:
            now = tuple(each for each in KINDS if (each in now) != (each is kind))
        else:
            now = () if kind is CardKind.NONE or kind in now else (kind,)
        form.kind.show_kinds(now)
        announce(form, form.kind.currentText())
