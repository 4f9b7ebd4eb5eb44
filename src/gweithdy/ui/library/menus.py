"""The menus of the Library page: the templates, and the series to which a session can move."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gweithdy.domain.session import Series, Session
from gweithdy.ui.context import Context


class TemplateMenu(QMenu):
    """`chosen` carries the session file of a template."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._words = context.words
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        # What reads session files is imported when first asked for: the program opens faster.
        from gweithdy.exchange.demo import templates

        self.clear()
        for template in templates():
            title = template.workshop.session.title.best(self._words.language)[0]
            action = self.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, one=template: self.chosen.emit(one))


class SeriesMenu(QMenu):
    """`chosen` carries the session that is selected and the series it is to belong to."""

    chosen = Signal(object, str)

    def __init__(
        self, parent: QWidget, context: Context, selection: Callable[[], Series | Session | None]
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._selection = selection
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        row = self._selection()
        if not isinstance(row, Session):
            return
        from gweithdy.ui.library.series_box import choices

        for id, title in choices(self._context.desk.catalogue, self._context.words):
            action = self.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(id == row.series)
            action.triggered.connect(lambda _=False, id=id: self.chosen.emit(row, id))
