"""Colours and size of text follow the system, live, unless a person chose others."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.pixels import ground, seen

from gweithdy.ui.preferences.screen import Look, ScreenSection
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

if TYPE_CHECKING:
    from gweithdy.ui.app import Program
    from gweithdy.ui.context import Context

SCHEMES, CONTRAST = Qt.ColorScheme, Qt.ContrastPreference


class OlderHints(QObject):
    """What Qt before 6.10 tells of the system."""

    colorSchemeChanged = Signal(SCHEMES)  # noqa: N815 - Qt's name
    scheme = SCHEMES.Light

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self.scheme

    def ask_for(self, scheme: Qt.ColorScheme) -> None:
        """As a person does in the settings of the system."""
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


class Accessibility(QObject):
    """What later ones tell besides."""

    contrastPreferenceChanged = Signal(CONTRAST)  # noqa: N815 - Qt's name
    contrast = CONTRAST.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
        return self.contrast

    def ask_for(self, contrast: Qt.ContrastPreference) -> None:
        """As a person does in the settings of the system."""
        self.contrast = contrast
        self.contrastPreferenceChanged.emit(contrast)


class Hints(OlderHints):
    """What Qt tells of the system from 6.10 on."""

    def __init__(self) -> None:
        super().__init__()
        self._accessibility = Accessibility()

    def accessibility(self) -> Accessibility:
        return self._accessibility


@pytest.fixture
def hints(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Hints:
    assert qapp
    made = Hints()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: made)
    return made


@pytest.fixture
def system_text(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets how many pixels the system's text is high."""

    def set_to(pixels: int) -> None:
        font = QFont("Source Sans 3")
        font.setPixelSize(pixels)
        monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: font)

    return set_to


def test_light_and_dark_are_followed_live(hints: Hints, settings: Settings) -> None:
    theme = Theme(settings)
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.name))
    assert theme.name == "light"
    hints.ask_for(SCHEMES.Dark)
    assert told == ["dark"]
    assert theme.color("paper").lightness() < 50
    hints.ask_for(SCHEMES.Unknown)
    assert told == ["dark", "light"]


@pytest.mark.parametrize(
    ("scheme", "wanted"),
    [(SCHEMES.Light, "contrast_light"), (SCHEMES.Dark, "contrast_dark")],
)
def test_high_contrast_is_followed_live(
    hints: Hints, settings: Settings, scheme: Qt.ColorScheme, wanted: str
) -> None:
    hints.ask_for(scheme)
    theme = Theme(settings)
    hints.accessibility().ask_for(CONTRAST.HighContrast)
    assert theme.name == wanted
    hints.accessibility().ask_for(CONTRAST.NoPreference)
    assert theme.name == scheme.name.lower()


@pytest.mark.parametrize(
    ("ground", "wanted"), [("black", "contrast_dark"), ("white", "contrast_light")]
)
def test_a_contrast_theme_of_windows_is_light_or_dark_by_its_colours(
    monkeypatch: pytest.MonkeyPatch,
    hints: Hints,
    settings: Settings,
    qapp: QApplication,
    ground: str,
    wanted: str,
) -> None:
    theme = Theme(settings)
    theme.apply(qapp)
    ours = QPalette(qapp.palette())
    hints.scheme = SCHEMES.Unknown
    systems = QPalette()
    systems.setColor(QPalette.ColorRole.Window, QColor(ground))
    set_palette = QGuiApplication.setPalette

    def with_system(palette: QPalette) -> None:
        is_none = not palette.resolveMask()
        set_palette(systems if is_none else palette)

    monkeypatch.setattr(QGuiApplication, "setPalette", with_system)
    hints.accessibility().ask_for(CONTRAST.HighContrast)
    assert theme.name == wanted
    assert qapp.palette().window().color() == theme.color("paper") != ours.window().color()


@pytest.mark.parametrize(("platform", "is_contrast"), [("win32", True), ("darwin", False)])
def test_before_qt_6_10_windows_tells_of_contrast_by_having_no_scheme(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, platform: str, *, is_contrast: bool
) -> None:
    older = OlderHints()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: older)
    monkeypatch.setattr(sys, "platform", platform)
    theme = Theme(settings)
    assert theme.name == "light"
    older.ask_for(SCHEMES.Unknown)
    assert theme.name.startswith("contrast") is is_contrast


@pytest.mark.parametrize("look", [look for look in Look if look is not Look.SYSTEM])
def test_what_a_person_chose_stays(hints: Hints, tmp_path: Path, look: Look) -> None:
    Settings(tmp_path).put("theme", str(look))
    theme = Theme(Settings(tmp_path))
    hints.ask_for(SCHEMES.Dark)
    hints.accessibility().ask_for(CONTRAST.HighContrast)
    assert theme.name == look
    Settings(tmp_path).put("theme", "system")
    assert Theme(Settings(tmp_path)).name == "contrast_dark"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("platform", "pixels", "scale", "wanted"),
    [
        ("win32", 12, 100, 1.0),
        ("win32", 18, 100, 1.5),
        ("win32", 18, 110, 1.65),
        ("win32", 27, 100, 2.0),
        ("win32", 10, 100, 1.0),
        ("darwin", 13, 125, 1.25),
        ("darwin", 26, 100, 2.0),
        ("linux", 15, 100, 1.0),
        ("linux", 30, 100, 2.0),
    ],
)
def test_the_size_of_the_systems_text_is_a_hundred_per_cent(
    monkeypatch: pytest.MonkeyPatch,
    system_text: Callable[[int], None],
    settings: Settings,
    platform: str,
    pixels: int,
    scale: int,
    wanted: float,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    system_text(pixels)
    settings.put("scale", scale)
    assert Theme(settings).px(1000) == 1000 * wanted


def test_whoever_comes_back_from_the_systems_settings_finds_them_followed(
    system_text: Callable[[int], None], settings: Settings, qapp: QApplication
) -> None:
    theme = Theme(settings)
    small = theme.px(15)
    system_text(24)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert theme.px(15) == small
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert theme.px(15) > small


def test_the_whole_program_changes_its_colours(hints: Hints, program: "Program") -> None:
    top = program.window.rail
    assert ground(seen(top)) == "#ffffff"
    hints.ask_for(SCHEMES.Dark)
    assert ground(seen(top)) == "#24282b"


@pytest.mark.usefixtures("hints")
def test_each_look_can_be_chosen_by_hand(context: "Context", qtbot: QtBot) -> None:
    section = ScreenSection(context)
    section.retranslate()
    section.show_values()
    assert section.look.value() is Look.SYSTEM
    names = [section.look.itemText(place) for place in range(section.look.count())]
    assert names == [
        "As the system",
        "Light",
        "Dark",
        "High contrast on black",
        "High contrast on white",
    ]
    for place, look in enumerate(Look):
        section.look.setCurrentIndex(place)
        section.look.activated.emit(place)
        assert context.settings.get("theme") == look
        worn = "light" if look is Look.SYSTEM else str(look)
        qtbot.waitUntil(lambda worn=worn: context.theme.name == worn)


def test_each_widget_is_dressed_once_in_another_look(program: "Program") -> None:
    """Under the old style sheet it would be dressed again for each widget that it lies in."""
    inmost = max(program.window.findChildren(QLabel), key=depth)
    assert depth(inmost) > 6
    counted = Counted()
    inmost.installEventFilter(counted)
    program.settings.put("scale", 125)
    # One as the old sheet goes, one for the new.
    assert 0 < counted.dressings <= 2


def depth(made: QWidget) -> int:
    around = made.parentWidget()
    return 0 if around is None else 1 + depth(around)


class Counted(QObject):
    """How often a widget was dressed."""

    dressings = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.dressings += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)
