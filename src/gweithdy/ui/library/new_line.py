"""The line in which the title of something new is typed, in the language in which it is typed."""

from collections.abc import Callable

from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text
from gweithdy.ui.context import Context
from gweithdy.ui.library.series_box import SeriesBox
from gweithdy.ui.widgets.name_field import NameField


class NewLine(NameField):
    """Asks for a session and the series it is to belong to, or for a series."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self.series = SeriesBox()
        self.row.insertWidget(3, self.series)

    def ask_session(self, take: Callable[[Text, Id], bool]) -> None:
        """Ask for a title; the session belongs to no series unless one is chosen here."""
        tr = self._context.words.tr
        self.series.show_series(self._context.desk.catalogue, self._context.words)
        self.ask(
            tr("Title of the session"),
            tr("Start the session"),
            lambda title: take(title, self.series.series()),
        )

    def ask_series(self, take: Callable[[Text], bool]) -> None:
        """Ask for the title of a series."""
        tr = self._context.words.tr
        self.series.hide()
        self.ask(tr("Title of the series"), tr("Add the series"), take)
