"""Where the list of sources stands, and what stands there on a board that keeps no places."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from gweithdy.domain.restraint import NAMING_LABELS, NAMING_TOLD, Naming
from gweithdy.language.words import Words
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.source_box import SourceBox
from gweithdy.ui.widgets.tips import tip


class SourcePlace(QStackedWidget):
    """As wide with either, so that the box beside it stays where it is."""

    def __init__(self, source: SourceBox, words: Words) -> None:
        super().__init__()
        self._source, self._words = source, words
        self.told = label("quiet")
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(source)
        self.addWidget(self.told)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_naming(self, naming: Naming, *, places: bool) -> None:
        """Offer `places`, or say that none is kept."""
        told = self._words.tr(NAMING_TOLD[naming])
        self.told.setText(self._words.tr(NAMING_LABELS[naming]))
        self.told.setToolTip(tip(told))
        self.told.setAccessibleDescription(told)
        self.setCurrentWidget(self._source if places else self.told)
