"""The way back from what was found: to the session and the page on which the search began."""

from typing import TYPE_CHECKING

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import shown
from gweithdy.ui.pages import PAGES

if TYPE_CHECKING:
    from gweithdy.ui.main_window import MainWindow

SEARCHED = "library"
"""The page on which all sessions are searched."""


class WayBack:
    """`remember` where the search begins, `leave` it for what was found, `go` back."""

    def __init__(self, window: "MainWindow", context: Context) -> None:
        self._window = window
        self._context = context
        self._began: tuple[Id, str] | None = None
        self._left: tuple[Id, str] | None = None

    def remember(self, page: str) -> None:
        """Somebody goes from this page to the search."""
        if page != SEARCHED:
            self._began = (self._session(), page)

    def leave(self, page: str) -> None:
        """Somebody goes from this page to a thing: only the search has a way back."""
        self._left = (self._began or (self._session(), SEARCHED)) if page == SEARCHED else None
        self._began = None

    def tell(self) -> None:
        """Say how to go back, where there is anywhere to go from here."""
        left = self._left
        if left is None or left == (self._session(), self._window.key):
            return
        self._window.notices.say(self._told)

    def go(self) -> None:
        """Back to where the search began; without one, to the search."""
        session, page = self._left or (self._session(), SEARCHED)
        self._left = None
        is_there = self._context.desk.catalogue.find(Session, session) is not None
        if PAGES[page].needs_session and is_there and session != self._session():
            self._window.open_session(session, page)
        else:
            self._window.show_page(page)

    def _told(self) -> str:
        words, (session, page) = self._context.words, self._left or ("", SEARCHED)
        found = self._context.desk.catalogue.find(Session, session)
        where = words.tr(PAGES[page].title)
        if found and session != self._session():
            where = f"{found.title.best(words.language)[0]} › {where}"
        return words.tr(
            N_("Back to where the search began: {where} ({keys})"),
            where=where,
            keys=shown(words, "window.return"),
        )

    def _session(self) -> Id:
        workshop = self._context.desk.workshop
        return workshop.id if workshop else ""
