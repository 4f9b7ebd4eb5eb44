"""Details at the side of a list: beside it where there is room, else over it while asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gweithdy.domain.problem import N_
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.page import Page
from gweithdy.ui.tab_order import first_in
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.splitter import Splitter

EDGE = 8
"""Pixels of the page that are left round the sheet."""


class SidePane(QWidget):
    """`main` with `side` beside it.

    With less room than `least` pixels at 100 % the side lies over `main`, which keeps its width:
    it comes with `opener` or `open`, and goes with Esc or the button Close. `on_call` is a side
    that only comes when it is asked for in a wide window too, and brings its own Close. With
    `below` the two stand one under the other, and `least` and `sizes` are heights. `folded` when
    `narrow` is another.
    """

    folded = Signal()

    def __init__(
        self,
        context: Context,
        main: QWidget,
        side: QWidget,
        *,
        least: int,
        sizes: tuple[int, int],
        on_call: bool = False,
        below: bool = False,
    ) -> None:
        super().__init__()
        self._context = context
        self._side = side
        self._least = least
        self._sizes = list(sizes)
        self._on_call = on_call
        self._below = below
        self._is_open = False
        self._is_filled = True
        self._before: QWidget | None = None
        self._start: QWidget | None = None
        self.narrow = False
        self.opener = button()
        self.opener.hide()
        self.opener.clicked.connect(self.open)
        self.close_button = button("quiet")
        self.close_button.clicked.connect(self.shut)
        way = Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal
        self._across = Splitter(context, way)
        # The side goes from here to the sheet and back. Out of the splitter itself it would take a
        # handle with it, while Qt may be dressing it in another size of text.
        self._beside = QWidget()
        self._home = QVBoxLayout(self._beside)
        self._home.setContentsMargins(0, 0, 0, 0)
        self._home.addWidget(side)
        self._across.addWidget(main)
        last = self._across.previousInFocusChain()
        self._across.addWidget(self._beside)
        if last is not None:
            QWidget.setTabOrder(last, self._across.handle(1))
        for place, share in enumerate(sizes):
            self._across.setStretchFactor(place, share)
        self._across.setSizes(self._sizes)
        self._across.splitterMoved.connect(self._on_pulled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._across)
        self._sheet = self._make_sheet()
        self._keep_height()
        context.theme.changed.connect(self.fit)
        self._show_side()

    def retranslate(self, opener: str) -> None:
        """Texts in the language of now; `opener` is what the button says that opens the side."""
        self.opener.setText(opener)
        tr = self._context.words.tr
        said = N_("Height of the part below: {part}") if self._below else N_("Width: {part}")
        self._across.say(tr(said, part=opener))
        self.close_button.setText(self._context.words.tr("Close"))

    def fill(self, filled: bool, start: QWidget | None = None) -> None:  # noqa: FBT001 - a yes or no
        """Say whether there is something to show at the side.

        As it goes with the keyboard in it, the keyboard goes to `start`.
        """
        self._start = start or self._start
        if filled != self._is_filled:
            focused: QWidget | None = self.window().focusWidget()
            if start and not filled and focused and self._side.isAncestorOf(focused):
                start.setFocus(Qt.FocusReason.OtherFocusReason)
            self._is_filled = filled
            self._show_side()

    def open(self) -> None:
        """Show the side; in a narrow window the keyboard goes there."""
        self._before = self.window().focusWidget()
        self._is_open = True
        self._show_side()
        if self.narrow and not self._on_call:
            first = first_in(self._side) or self.close_button
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Let the side go; the keyboard goes back to where it was."""
        focused: QWidget | None = self.window().focusWidget()
        sides = (self._sheet, self._beside)
        had_focus = focused is not None and any(each.isAncestorOf(focused) for each in sides)
        self._is_open = False
        back = [each for each in (self._before, self._start) if each and isValid(each)]
        to = next((each for each in back if each.isVisible()), None)
        if had_focus and to is not None:
            # Before it goes: Qt would pass the keyboard to whatever comes next, and tell of that.
            to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_side()

    def fit(self) -> None:
        """Take the side out of the row or put it back, by the room there is."""
        if not self.isVisible():
            # On its way to its place a page is small, and moving the side costs its dressing.
            return
        room = self.height() if self._below else self.width()
        narrow = room < self._context.theme.px(self._least)
        if narrow != self.narrow:
            self.narrow = narrow
            if narrow:
                self._is_open = self._is_open and self._on_call
                self._inside.addWidget(self._side, 1)
            else:
                self._home.addWidget(self._side)
                self._across.setSizes(self._sizes)
            self._side.show()
            self._keep_height()
            self._show_side()
            self.folded.emit()
        self._place_sheet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        self._show_side()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._sheet.hide()

    def _keep_height(self) -> None:
        """Below a list all of the side is in sight; in the sheet it scrolls."""
        if self._below:
            least = QSizePolicy.Policy.Preferred if self.narrow else QSizePolicy.Policy.Minimum
            self._side.setSizePolicy(QSizePolicy.Policy.Preferred, least)

    def _on_pulled(self) -> None:
        self._sizes = self._across.sizes()

    def _show_side(self) -> None:
        is_over = self.narrow and self._is_open and self._is_filled
        self._sheet.setVisible(is_over and self.isVisible())
        self.opener.setVisible(self.narrow and not self._on_call)
        self.opener.setEnabled(self._is_filled)
        is_wanted = self._is_filled and (self._is_open or not self._on_call)
        self._beside.setVisible(is_wanted and not self.narrow)
        self._place_sheet()

    def _place_sheet(self) -> None:
        if self._sheet.isHidden():
            return
        page = self._page()
        if self._sheet.parentWidget() is not page:
            self._sheet.setParent(page)
            self._sheet.show()
        wanted = max(self._context.theme.px(400), self._sheet.minimumSizeHint().width())
        if self._below:
            # What stands below a list is as wide as it, and over it needs most of that.
            wanted = max(wanted, page.width() * 2 // 3)
        room = page.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        room.setLeft(max(room.left(), room.right() - wanted))
        self._sheet.setGeometry(room)
        self._sheet.raise_()

    def _page(self) -> QWidget:
        """What the sheet lies over: all of the page, as a list alone may be low."""
        around: QWidget = self
        while not isinstance(around, Page):
            parent: QWidget | None = around.parentWidget()
            if parent is None:
                break
            around = parent
        return around

    def _make_sheet(self) -> QFrame:
        sheet = Sheet(self)
        sheet.left.connect(self.shut)
        sheet.setProperty("role", "sheet")
        sheet.hide()
        self._inside = QVBoxLayout(sheet)
        self._inside.setContentsMargins(4, 4, 4, 4)
        self._inside.setSpacing(0)
        if not self._on_call:
            head = QHBoxLayout()
            head.addStretch()
            head.addWidget(self.close_button)
            self._inside.addLayout(head)
        return sheet


class Sheet(QFrame):
    """`left` on Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "window.leave"):
            self.left.emit()
        else:
            super().keyPressEvent(event)
