"""A scale from 0 to 100: a slider and a box of the same value."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gweithdy.domain.stakeholders import TOP
from gweithdy.ui.widgets.half_typed import is_half_typed
from gweithdy.ui.widgets.still import StillSlider, StillSpinBox

STEP = 5


class ScaleField(QWidget):
    """`given` carries the value that a person chose: when the slider is let go, or typed."""

    given = Signal(int)

    def __init__(self, caption: QLabel) -> None:
        super().__init__()
        self._caption = caption
        self.slider = StillSlider(Qt.Orientation.Horizontal)
        self.box = StillSpinBox()
        for each in (self.slider, self.box):
            each.setRange(0, TOP)
            each.setSingleStep(STEP)
        self.slider.setTracking(False)
        self.box.setKeyboardTracking(False)
        self.box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.slider.sliderMoved.connect(self._on_slid)
        self.slider.valueChanged.connect(self.given)
        self.box.valueChanged.connect(self.given)
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

    def show_value(self, value: int) -> None:
        """Show `value`, unless another one is half typed or the slider is being pulled."""
        if is_half_typed(self.box.lineEdit()) or self.slider.isSliderDown():
            return
        with QSignalBlocker(self.slider), QSignalBlocker(self.box):
            self.slider.setValue(value)
            self.box.setValue(value)

    def _on_slid(self, value: int) -> None:
        with QSignalBlocker(self.box):
            self.box.setValue(value)
