"""Drafts: words that are not yet a card, kept on this computer for the session they belong to."""

import json

from gweithdy.domain.ids import Id
from gweithdy.ui.settings import Settings

PAUSE, LONGEST = 300, 2000
"""Milliseconds: of rest after which half-typed words are kept, and of typing without any rest."""


class Drafts:
    """The draft of each session; a session without one has no entry."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, session: Id) -> str:
        """The half-typed words of a session."""
        return str(self._all().get(session, ""))

    def keep(self, session: Id, words: str) -> None:
        """Keep the half-typed words of a session, at once; "" for none."""
        # They are one setting: what was known before would write over another window's.
        self._settings.look_again()
        drafts = self._all()
        if drafts.pop(session, "") == words:
            return
        if words:
            drafts[session] = words
        self._settings.put("drafts", json.dumps(drafts, ensure_ascii=False) if drafts else "")

    def take_old(self, session: Id) -> None:
        """Versions before 0.2 kept one draft, which was the last session's."""
        old = str(self._settings.get("draft"))
        if old and session == self._settings.get("last_session"):
            self.keep(session, self.of(session) or old)
            self._settings.put("draft", "")

    def _all(self) -> dict[str, str]:
        try:
            found = json.loads(self._settings.get("drafts") or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
