"""A tool button that is one of many: Qt calls every other such button a radio button."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAccessibleWidget, QToolButton

from gweithdy.ui.access.factory import install

TOGGLE = QAccessibleActionInterface.toggleAction()


def tell_radio_buttons() -> None:
    """From now on screen readers are told so of tool buttons that are `autoExclusive`."""
    install(_made)


class RadioTool(QAccessibleWidget):
    """As Qt's own for a button. It is kept for ever, so it must not keep the button."""

    def __init__(self, button: QToolButton) -> None:
        super().__init__(button, QAccessible.Role.RadioButton)

    def state(self) -> QAccessible.State:
        state, button = super().state(), self._button()
        state.checkable = True
        state.checked = button is not None and button.isChecked()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        button, said = self._button(), super().text(kind)
        if said or button is None:
            return said
        if kind is QAccessible.Text.Name:
            return button.text()
        return button.shortcut().toString() if kind is QAccessible.Text.Accelerator else ""

    def actionNames(self) -> list[str]:
        return [TOGGLE, *super().actionNames()]

    def doAction(self, name: str) -> None:
        button = self._button()
        if name != TOGGLE:
            super().doAction(name)
        elif button is not None:
            button.click()

    def keyBindingsForAction(self, name: str) -> list[str]:
        button = self._button()
        if name != TOGGLE or button is None:
            return list(super().keyBindingsForAction(name))
        return [button.shortcut().toString()]

    def _button(self) -> QToolButton | None:
        button = self.object()
        return button if isinstance(button, QToolButton) else None


def _made(thing: QObject) -> RadioTool | None:
    if isinstance(thing, QToolButton) and thing.autoExclusive():
        return RadioTool(thing)
    return None
