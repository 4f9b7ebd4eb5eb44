"""The button that leads to the bin and back, and says how much is in it."""

from PySide6.QtWidgets import QPushButton

from gweithdy.domain.session import Session
from gweithdy.ui.context import Context


class BinButton(QPushButton):
    """Pressed while the bin is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "quiet")
        self.setCheckable(True)
        self.setAutoDefault(True)

    def show_count(self) -> None:
        """Say how many sessions are in the bin, or where the button leads from it."""
        tr, everything = self._context.words.tr, self._context.desk.catalogue.everything()
        many = sum(each.deleted for each in everything if isinstance(each, Session))
        count = f"{tr('Bin')} ({many})" if many else tr("Bin")
        self.setText(tr("Back to the library") if self.isChecked() else count)
        self.setEnabled(bool(many) or self.isChecked())
