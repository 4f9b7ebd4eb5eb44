"""What the program is made of, and under which licences."""

import PySide6

from gweithdy import __version__
from gweithdy.storage.version import sqlite_version
from gweithdy.ui.context import Context
from gweithdy.ui.preferences.section import Section
from gweithdy.ui.widgets.labels import label


class AboutSection(Section):
    """Versions and licences."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self.versions = label("body", wrap=True)
        self._licence = label("quiet", wrap=True)
        self.body.addWidget(self.versions)
        self.body.addWidget(self._licence)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.heading.setText(tr("About gweithdy"))
        self.versions.setText(
            tr(
                "Version {version}, with Qt {qt} and SQLite {sqlite}",
                version=__version__,
                qt=PySide6.__version__,
                sqlite=sqlite_version(),
            )
        )
        self._licence.setText(
            tr(
                "gweithdy is free software under the MIT licence. Qt for Python is under the LGPL "
                "version 3, the typefaces are under the SIL Open Font Licence, the icons (Lucide) "
                "under the ISC licence. Nothing you write leaves this computer by itself."
            )
        )
