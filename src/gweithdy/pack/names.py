"""Names: who may be named in a pack, and words from which other names are taken out."""

import re
from collections.abc import Iterable

from gweithdy.domain.people import Participant


class Names:
    """The names of participants who did not agree to be named; they never reach the pack.

    With `names` off, nobody's name does. A name counts in any words that name somebody: who is
    responsible, who leads, who said something.
    """

    def __init__(self, participants: Iterable[Participant], *, names: bool) -> None:
        self._shown = [p for p in participants if p.named and names and p.name]
        agreed = {p.name.casefold() for p in self._shown}
        kept = {p.name for p in participants if p.name and p.name.casefold() not in agreed}
        longest_first = sorted(kept, key=lambda name: (-len(name), name))
        self._kept_back = (
            re.compile(
                r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE
            )
            if kept
            else None
        )

    @property
    def shown(self) -> list[Participant]:
        """Participants whose names are printed."""
        return list(self._shown)

    def without(self, words: str, instead: str) -> str:
        """`words` with `instead` for each name that is kept back."""
        return self._kept_back.sub(lambda _: instead, words) if self._kept_back else words
