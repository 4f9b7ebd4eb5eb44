"""One of many: buttons of which one is chosen, to a reader radio buttons with one stop for Tab."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

from gweithdy.ui.access.radio import tell_radio_buttons


class OneOf(QButtonGroup):
    """`chosen` carries what stands for the button that a person chose, once a choice.

    By mouse, by key or through a screen reader, also if it was chosen before. Tab comes to the
    chosen button, and the arrows go on from there to the others.
    """

    chosen = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        tell_radio_buttons()
        self._values: list[object] = []
        self._is_told = False
        self.idPressed.connect(self._on_pressed)
        self.idToggled.connect(self._on_toggled)
        self.idClicked.connect(self._on_clicked)

    def take(self, button: QAbstractButton, value: object) -> None:
        """Let `button` stand for `value`, the last of them so far."""
        button.setCheckable(True)
        # In a group it does nothing, but a reader is told what kind of button this is.
        button.setAutoExclusive(True)
        button.installEventFilter(self)
        self.addButton(button, len(self._values))
        self._values.append(value)
        self._put_stop()

    def show(self, value: object) -> None:
        """Mark what is chosen now; nobody chose it just then."""
        with QSignalBlocker(self):
            self.button(self._values.index(value)).setChecked(True)
        self._put_stop()

    @property
    def value(self) -> object:
        """What is chosen now; None before anything is."""
        place = self.checkedId()
        return self._values[place] if place >= 0 else None

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            # While one has the focus Qt makes it the stop, and Tab leaves them all.
            self._put_stop()
        return False

    def _put_stop(self) -> None:
        chosen = self.checkedButton()
        for each in self.buttons():
            policy = each.focusPolicy() & ~Qt.FocusPolicy.TabFocus
            if each is chosen or chosen is None:
                policy |= Qt.FocusPolicy.TabFocus
            each.setFocusPolicy(policy)

    def _on_pressed(self, _place: int) -> None:
        self._is_told = False

    def _on_toggled(self, place: int, is_on: bool) -> None:  # noqa: FBT001 - as Qt sends it
        # A screen reader switches a button without pressing it.
        if is_on:
            self._is_told = True
            self._put_stop()
            self.chosen.emit(self._values[place])

    def _on_clicked(self, place: int) -> None:
        if not self._is_told:
            self.chosen.emit(self._values[place])
