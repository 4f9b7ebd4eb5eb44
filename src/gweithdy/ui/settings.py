"""Settings of this person on this computer, in one typed table, kept in an INI file."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

DEFAULTS: dict[str, Any] = {
    "language": "",  # "" until the first start has asked
    "theme": "system",  # or one of theme.THEMES
    "scale": 100,  # per cent of the system's size of text, 100 to 200
    "font": "Source Sans 3",  # or Atkinson Hyperlegible Next
    "short_keys": 1,  # 0: no key without Ctrl or Alt starts, groups or counts anything
    "density": "usual",  # how closely cards lie on a board (ui.board.densities)
    "board_map": 0,  # 1: the map of the board is shown
    "author": "",
    "last_session": "",
    "last_page": "",  # of the session: where one was; while its day runs one comes back there
    "capture_source": "room",
    "capture_language": "",  # "" guesses from the words
    "export_folder": "",
    "import_folder": "",  # where chats and lists were last found
    "pack_view": "pages",  # or text
    "logo_folder": "",
    "photo_folder": "",  # where pictures were last found
    "pack_choices": "",  # what was chosen for the packs of sessions (ui.pack.chosen)
    "organisation_cy": "",  # of version 0.1.0; now in the library
    "organisation_en": "",
    "words_cy": "",  # what this person added to the dictionaries, with spaces between
    "words_en": "",
    "drafts": "",  # JSON: by session, the words in the capture box that are not yet a card
    "draft": "",  # what versions before 0.2 kept of the last session
}


class Settings(QObject):
    """Reads and writes the table above; `changed` carries the key."""

    changed = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    def get(self, key: str) -> Any:
        """The value of `key`, of the type of its default."""
        default = DEFAULTS[key]
        value = self._store.value(key, default)
        if isinstance(default, int):
            try:
                return int(value)  # type: ignore[call-overload]
            except (TypeError, ValueError):
                return default
        return value if isinstance(value, str) else default

    def put(self, key: str, value: Any) -> None:
        """Keep `value` under `key`, at once, and tell of it."""
        if self.keep(key, value):
            self.changed.emit(key)

    def look_again(self) -> None:
        """Know what another window, of another library, has kept since."""
        self._store.sync()

    def keep(self, key: str, value: Any) -> bool:
        """Keep `value` under `key`, at once; whether it is another. Tell of it by `changed`."""
        if self.get(key) == value:
            return False
        self._store.setValue(key, value)
        self._store.sync()
        return True

    def geometry(self) -> QByteArray:
        """Where the window was."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def put_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window is."""
        self._store.setValue("geometry", geometry)
