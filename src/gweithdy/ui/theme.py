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
from gweithdy.ui.system_look import SystemLook

BODY = 15
"""Pixel size of body text at 100 %."""

THEMES = ("light", "dark", "contrast_dark", "contrast_light")
"""What is shipped. Any other setting leaves the choice to the system."""

LARGEST = 2.0
"""Setting and system together: what every page has room for."""


class Theme(QObject):
    """Roles of the chosen theme, and sizes at the chosen scale.

    A theme is chosen in the settings or, by them, by the system. The system's size of text counts
    as 100 % of the scale in the settings.
    """

    changed = Signal()

    def __init__(self, settings: Settings, system: SystemLook | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._system = system or SystemLook()
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._pictures = QTemporaryDir()
        self._choose()
        settings.changed.connect(self._on_setting)
        self._system.changed.connect(self._on_look)

    def color(self, role: str) -> QColor:
        """The colour of a role of `assets/themes`."""
        return QColor(self._roles[role])

    def px(self, size: float) -> int:
        """`size` in pixels at 100 %, at the chosen scale."""
        return round(size * self._scale)

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
        # From one style sheet to another Qt would dress every widget once for each it lies in.
        app.setStyleSheet("")
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
        if key in ("theme", "scale", "font"):
            self._on_look()

    def _choose(self) -> None:
        """The theme and the scale of now."""
        chosen = self._settings.get("theme")
        self.name = chosen if chosen in THEMES else self._system.theme
        self._roles = _roles(self.name)
        chosen_scale: int = self._settings.get("scale")
        self._scale = min(LARGEST, chosen_scale / 100 * self._system.growth)
        self._look = (self.name, self._scale, self._settings.get("font"))

    def _on_look(self) -> None:
        before = self._look
        self._choose()
        if self._look == before:
            return
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
        # What a border that is not scaled leaves of a padding that is.
        sizes |= {
            f"px{n}less{border}": f"{max(0, self.px(n) - border)}px"
            for n in (3, 4, 5, 6, 8, 10, 12, 14)
            for border in (1, 2, 5)
        }
        pictures = {
            "arrow_down": self._file("chevron-down", "ink"),
            "arrow_off": self._file("chevron-down", "disabled"),
            "arrow_up": self._file("chevron-up", "ink"),
            "tick": self._file("check", "on_accent"),
        }
        return Template(template).substitute(self._roles, **sizes, **pictures)

    def _file(self, name: str, role: str) -> str:
        # A style sheet takes pictures only from files, and an SVG file cannot take our colours.
        path = Path(self._pictures.path()) / f"{name}-{role}-{self.name}.png"
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
    text = asset("themes", f"{name}.json").read_text(encoding="utf-8")
    groups: dict[str, dict[str, str]] = json.loads(text)
    return {role: colour for group in groups.values() for role, colour in group.items()}


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to Qt, once."""
    for path in sorted(asset("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
