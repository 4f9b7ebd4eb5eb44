"""What is said of a page that is turned to: its name, and that of the session."""

from gweithdy.ui.announce import AfterFocus
from gweithdy.ui.context import Context
from gweithdy.ui.pages import PAGES


class PageTold:
    """Says each page once, until page or session is another one."""

    def __init__(self, context: Context, after: AfterFocus) -> None:
        self._context = context
        self._after = after
        self._told = ("", "")
        self._words = ""

    def tell(self, key: str) -> None:
        """The page `key` is on screen now, and the keyboard in it."""
        spec, words = PAGES[key], self._context.words
        session = self._context.desk.workshop if spec.needs_session else None
        here = (key, session.id if session else "")
        if here != self._told:
            self._told = here
            name = words.tr(spec.title)
            title = session.session.title.best(words.language)[0] if session else ""
            # Of pages that are only passed through nothing is said.
            before, self._words = self._words, f"{name}: {title}" if title else name
            self._after.say(self._words, instead=before)
