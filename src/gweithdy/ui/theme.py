"""The look: colour roles, fonts and icons, and the style sheet made from them."""

import json
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from gweithdy.resources import asset
from gweithdy.ui.settings import Settings

BODY = 15
"""Pixel size of body text at 100 %."""


class Theme(QObject):
    """Roles of the chosen theme, and sizes at the chosen scale."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._roles = _roles(settings.get("theme"))
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._pictures = QTemporaryDir()
        settings.changed.connect(self._on_setting)

    def color(self, role: str) -> QColor:
        """The colour of a role of `assets/themes`."""
        return QColor(self._roles[role])

    def px(self, size: float) -> int:
        """`size` in pixels at 100 %, at the chosen scale."""
        scale: int = self._settings.get("scale")
        return round(size * scale / 100)

    def font(self, size: float = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The chosen typeface; tabular figures, so that clocks and tables stand still."""
        font = QFont(self._settings.get("font"))
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, role: str = "ink", size: int = 20) -> QIcon:
        """An icon of `assets/icons` in the colour of a role."""
        key = (name, role, self.px(size))
        if key not in self._icons:
            self._icons[key] = QIcon(self._drawn(name, role, self.px(size)))
        return self._icons[key]

    def apply(self, app: QApplication) -> None:
        """Dress the whole program."""
        self.prepare(app)
        app.setStyleSheet(self._style_sheet())

    def prepare(self, app: QApplication) -> None:
        """Fonts and colours, without the style sheet.

        With one, every widget is styled anew at each step into its place: a window that is made
        before `apply` is styled once.
        """
        load_fonts()
        app.setFont(self.font())
        app.setPalette(self._palette())

    def _on_setting(self, key: str) -> None:
        if key not in ("theme", "scale", "font"):
            return
        self._roles = _roles(self._settings.get("theme"))
        self._icons.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app)
        self.changed.emit()

    def _drawn(self, name: str, role: str, size: int) -> QPixmap:
        svg = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
        svg = svg.replace("currentColor", self._roles[role])
        # Drawn at twice the size so that it stays sharp on a 4K display.
        picture = QPixmap(size * 2, size * 2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * 2, size * 2))
        painter.end()
        picture.setDevicePixelRatio(2)
        return picture

    def _palette(self) -> QPalette:
        palette = QPalette()
        for part, role in _PALETTE.items():
            palette.setColor(part, self.color(role))
        disabled = QPalette.ColorGroup.Disabled
        for part in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(disabled, part, self.color("disabled"))
        return palette

    def _style_sheet(self) -> str:
        template = asset("themes", "style.qss").read_text(encoding="utf-8")
        sizes = {f"px{n}": f"{self.px(n)}px" for n in (*range(1, 33), 40, 44, 48, 56, 64, 72)}
        pictures = {
            "arrow_down": self._file("chevron-down", "ink"),
            "arrow_up": self._file("chevron-up", "ink"),
            "tick": self._file("check", "on_accent"),
        }
        return Template(template).substitute(self._roles, **sizes, **pictures)

    def _file(self, name: str, role: str) -> str:
        # A style sheet takes pictures only from files, and an SVG file cannot take our colours.
        path = Path(self._pictures.path()) / f"{name}-{self._settings.get('theme')}.png"
        if not path.is_file():
            self._drawn(name, role, 24).save(str(path))
        return path.as_posix()


_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "accent",
}


def _roles(name: str) -> dict[str, str]:
    """The colours of a theme; tests/test_theme_contrast.py keeps them readable."""
    path = asset("themes", f"{name}.json")
    if not path.is_file():
        path = asset("themes", "light.json")
    groups: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return {role: colour for group in groups.values() for role, colour in group.items()}


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to Qt, once."""
    for path in sorted(asset("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
