"""What all windows for the room have in common: languages, sizes, black, and the way out."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key, pressed, shown

SIZES = (0.7, 0.85, 1.0, 1.2, 1.45, 1.75)
SIDE, ABOVE, BELOW = 0.045, 0.05, 0.075
"""Margins, of the height."""
FOOT = 1 / 55
"""Of the height of the screen: how high the letters at the foot are."""
LANGUAGES = ("both", "cy", "en")


class RoomScreen(QWidget):
    """Follows the session that it was opened for, and closes with it. `left` when it has closed."""

    left = Signal()

    def __init__(self, context: Context, *, is_alone: bool) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._context = context
        self._is_alone = is_alone
        workshop = context.desk.workshop
        self._session: Id = workshop.id if workshop else ""
        self._size = SIZES.index(1.0)
        self.languages = str(context.words.language)
        self.black = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_alone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        context.desk.opened.connect(self._on_opened)
        context.theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is now."""

    def step(self, by: int) -> None:
        """On by so many pages, where there are several."""

    def words(self) -> str:
        """All that is shown, for those who do not see it."""
        return ""

    def paint(self, painter: QPainter) -> None:
        """Draw what is shown; not asked while it is black."""

    def told(self) -> str:
        """What stands at the foot on the right."""
        return ""

    def go_black(self) -> None:
        """Show nothing, or what was shown before."""
        self.black = not self.black
        tr = self._context.words.tr
        announce(self, tr(N_("The screen for the room is black")) if self.black else self.words())
        self.describe()

    def describe(self) -> None:
        """Say what is shown, and draw it."""
        tr = self._context.words.tr
        self.setWindowTitle(tr("Screen for the room"))
        name = tr(N_("The screen for the room is black")) if self.black else self.told()
        self.setAccessibleName(f"{self.windowTitle()}: {name}")
        self.setAccessibleDescription("" if self.black else self.words())
        self.update()

    def do(self, id: str) -> bool:
        """Do what a key of the group `present` stands for; whether that is done here."""
        match id:
            case "present.larger" | "present.smaller":
                self._size = max(0, min(self._size + (1 if id.endswith("larger") else -1), 5))
            case "present.languages":
                place = (LANGUAGES.index(self.languages) + 1) % len(LANGUAGES)
                self.languages = LANGUAGES[place]
            case _:
                return False
        self.refresh()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        short = bool(self._context.settings.get("short_keys"))
        id = pressed(event, "present", short=short)[0]
        if id == "present.black":
            self.go_black()
        elif is_key(event, "window.leave") or is_key(event, "board.present"):
            self.close()
        elif not self.do(id):
            super().keyPressEvent(event)
            return
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._context.theme
        if self.black:
            painter.fillRect(self.rect(), QColor("black"))
            return
        painter.fillRect(self.rect(), theme.color("paper"))
        self.paint(painter)
        side = SIDE * self.height()
        painter.setFont(self.font_of(FOOT, grows=False))
        painter.setPen(theme.color("quiet"))
        foot = QRectF(side, self.height() * (1 - BELOW * 0.7), self.width() - 2 * side, side)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight | middle), self.told())
        if self._is_alone:
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | middle), self.foot())

    def foot(self) -> str:
        """The keys that whoever has this screen alone needs to know."""
        return self._named(
            (N_("Black"), "present.black"),
            (N_("Languages"), "present.languages"),
            (N_("Close"), "window.leave"),
        )

    def _named(self, *told: tuple[str, str]) -> str:
        words = self._context.words
        return "   ".join(f"{words.tr(text)}: {shown(words, id)}" for text, id in told)

    def font_of(self, share: float, *, grows: bool = True) -> QFont:
        """Letters of such a share of the height, at the size that was chosen."""
        font = QFont(self.font())
        font.setPixelSize(max(9, int(self.height() * share * (SIZES[self._size] if grows else 1))))
        return font

    def columns(self) -> tuple[float, float]:
        """How wide a column of words is, and the space between two."""
        gap = SIDE * self.height()
        whole = self.width() - 2 * gap
        return ((whole - gap) / 2, gap) if self.languages == "both" else (whole, 0.0)

    def _on_opened(self) -> None:
        workshop = self._context.desk.workshop
        if workshop is None or workshop.id != self._session:
            self.close()
