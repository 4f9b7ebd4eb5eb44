"""The pages one behind another, each made when it is first shown; the keyboard goes along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.pages import PAGES
from gweithdy.ui.scrolling import Scrolling
from gweithdy.ui.tab_order import first_in


class PageStack(QStackedWidget):
    """`key` names the page that is shown, `pages` holds all that were; `made` carries a new one."""

    made = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.key = "library"
        self.pages: dict[str, Page] = {}

    @property
    def page(self) -> Page:
        """The page that is shown; KeyError before there is any."""
        return self.pages[self.key]

    def turn_to(self, key: str) -> None:
        """Show the page named `key`; the keyboard goes there in one step.

        The other way round Qt would look for a place for it first, and a reader tell of that too.
        """
        if key not in self.pages:
            self._make(key)
        self.key = key
        whole = self.widget(list(self.pages).index(key))
        assert whole
        was = self.page.focusWidget()
        whole.resize(self.size())
        whole.show()
        self._give_keyboard(was)
        self.setCurrentWidget(whole)

    def begin(self) -> None:
        """Give the keyboard to where the work of the page begins."""
        self._give_keyboard(None)

    def go_back(self) -> None:
        """Give the keyboard to where it was in the page, or to its beginning."""
        if self.key in self.pages:
            self._give_keyboard(self.page.focusWidget())

    def _make(self, key: str) -> None:
        page = PAGES[key].make(self._context)
        self.pages[key] = page
        self.addWidget(Scrolling(page))
        self.made.emit(page)

    def _give_keyboard(self, was: QWidget | None) -> None:
        # The table of the session before may be hidden in a new one.
        begin = was if was is not None and was.isVisible() else self.page.first()
        begin = first_in(self.page) if begin is None else begin
        if begin is not None:
            begin.setFocus(Qt.FocusReason.OtherFocusReason)
