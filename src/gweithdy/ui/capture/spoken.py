"""The language in which what is typed was said."""

from gweithdy.domain.text import Language
from gweithdy.language.detection import guess
from gweithdy.ui.capture.codes import Coded
from gweithdy.ui.context import Context


class Spoken:
    """A code says it, else the person, else the words themselves; else it is as it was before."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._by_hand: Language | None = None
        self._last: Language | None = None

    def of(self, coded: Coded) -> Language:
        """The language that words will be kept in."""
        return self._known(coded) or self._as_before()

    def is_known(self, coded: Coded) -> bool:
        """Whether anything says it."""
        return bool(self._known(coded))

    def switch(self, coded: Coded) -> None:
        """The person says that it is the other one."""
        self._by_hand = self._last = self.of(coded).other

    def begin(self) -> None:
        """Other words begin: what the person said was of those before."""
        self._by_hand = None

    def go_on(self, language: Language | None) -> None:
        """Words that tell nothing are in `language` from now on."""
        self._last = language or self._last

    def _known(self, coded: Coded) -> Language | None:
        return coded.language or self._by_hand or guess(coded.words)

    def _as_before(self) -> Language:
        chosen = self._context.settings.get("capture_language")
        return Language(chosen) if chosen else self._last or self._context.words.language
