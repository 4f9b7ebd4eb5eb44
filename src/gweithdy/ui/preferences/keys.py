"""Which keys act: who speaks to the computer, or whose hand is unsteady, can do without some."""

from PySide6.QtWidgets import QCheckBox

from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import shown, shown_short
from gweithdy.ui.preferences.section import Section
from gweithdy.ui.widgets.labels import label


class KeysSection(Section):
    """Kept at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._settings = context.settings
        self.short = QCheckBox()
        self._note = label("quiet", wrap=True)
        self.body.addWidget(self.short)
        self.body.addWidget(self._note)
        self.short.toggled.connect(lambda on: self._settings.put("short_keys", int(on)))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words, tr = self._words, self._words.tr
        self.heading.setText(tr("The keyboard"))
        self.short.setText(tr("Keys that act without Ctrl or Alt"))
        keys = (shown_short(words, id) for id, each in COMMANDS.items() if each.short)
        self._note.setText(
            tr(
                "On the Run page and on the board: {keys}. "
                "The same can always be done with Ctrl; {sheet} lists every key.",
                keys=", ".join(keys),
                sheet=shown(words, "window.keys"),
            )
        )
        self.short.setAccessibleDescription(self._note.text())

    def show_values(self) -> None:
        """Show the setting as it is."""
        self.short.setChecked(bool(self._settings.get("short_keys")))
