"""A name that a screen reader gets when it asks, and of whose changes it is not told: a clock."""

from PySide6.QtWidgets import QLabel, QWidget


class AskedName:
    """The name of `widget`, which may have no words and no accessible name of its own.

    Qt then takes the name from the label that is tied to the widget, each time it is asked. A label
    tells of other words unless it has an accessible name: that is the `kind` of what is named.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._label = QLabel()
        self._label.hide()
        self._label.setBuddy(widget)

    def say(self, kind: str, words: str) -> None:
        """Whoever asks from now on gets `words`, after `kind` if the reader names labels."""
        if self._label.parent() is not self._widget.parent():
            # Qt looks for the label among the widgets beside it, and a layout may have moved that.
            self._label.setParent(self._widget.parentWidget())
        self._label.setAccessibleName(kind)
        # An ampersand in a person's words is no key.
        self._label.setText(words.replace("&", "&&"))
