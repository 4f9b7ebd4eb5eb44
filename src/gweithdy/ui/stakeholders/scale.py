"""A scale from 0 to 100: a slider and a box of the same value."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.stakeholders import TOP
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.number_box import NumberBox
from gweithdy.ui.widgets.still import StillSlider

STEP = 5


class ScaleField(QWidget):
    """`given` carries the value that a person chose: when the slider is let go, or typed.

    `refused` carries a Problem about what was typed.
    """

    given = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context, caption: QLabel) -> None:
        super().__init__()
        self._caption = caption
        self.slider = StillSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, TOP)
        self.box = NumberBox(context, 0, TOP)
        for each in (self.slider, self.box):
            each.setSingleStep(STEP)
        self.slider.setTracking(False)
        # One stop for Tab: in the box a value is stepped as on the slider, and typed.
        self.slider.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.slider.sliderMoved.connect(self.box.put)
        self.slider.valueChanged.connect(self.given.emit)
        self.box.given.connect(self.given)
        self.box.refused.connect(self.refused)
        caption.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.box)

    def say(self, name: str) -> None:
        """The name of the scale, in the language of now."""
        self._caption.setText(name)
        self.slider.setAccessibleName(name)
        self.box.setAccessibleName(name)
        self.box.retranslate()

    def show_value(self, value: int, of: Id) -> None:
        """Show `value`, that of the thing `of`, unless the slider is being pulled.

        What was typed and is not kept stays in the box.
        """
        if self.slider.isSliderDown():
            return
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self.box.show_value(value, of)
