"""A bar for the time of a block: drawn by the second, told by the minute."""

from PySide6.QtWidgets import QProgressBar, QStyleOptionProgressBar


class TimeBar(QProgressBar):
    """A screen reader hears of each value that Qt is given; of what is only drawn it does not."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self._spent = self._whole = 0

    def show_time(self, spent: float, minutes: int) -> None:
        """Show `spent` seconds of a block of so many `minutes`; full once it is over."""
        self.setRange(0, minutes)
        self.setValue(min(minutes, int(spent // 60)))
        self._whole = minutes * 60
        self._spent = min(self._whole, int(spent))
        self.update()

    def initStyleOption(self, option: QStyleOptionProgressBar) -> None:
        super().initStyleOption(option)
        option.maximum, option.progress = self._whole, self._spent
