"""Names: who may be named in a pack, and words from which other names are taken out."""

import re
from collections.abc import Iterable

from gweithdy.domain.people import Participant

SHORTEST = 3
"""Letters of a name that is looked for inside longer words: "A" must not empty "A council"."""


class Names:
    """The names of participants who did not agree to be named; they never reach the pack.

    With `names` off, nobody's name does. A name counts in any words that name somebody: who is
    responsible, who leads, who said something.
    """

    def __init__(self, participants: Iterable[Participant], *, names: bool) -> None:
        self._shown = [p for p in participants if p.named and names and p.name]
        agreed = {p.name.casefold() for p in self._shown}
        kept = {p.name for p in participants if p.name and p.name.casefold() not in agreed}
        self._short = {name.casefold() for name in kept if len(name) < SHORTEST}
        long = sorted((n for n in kept if len(n) >= SHORTEST), key=lambda n: (-len(n), n))
        either = "|".join(map(_pattern, long))
        self._kept_back = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if long else None

    @property
    def shown(self) -> list[Participant]:
        """Participants whose names are printed."""
        return list(self._shown)

    def without(self, words: str, instead: str) -> str:
        """`words` with `instead` for each name that is kept back."""
        if words.strip().casefold() in self._short:
            return instead
        return self._kept_back.sub(lambda _: instead, words) if self._kept_back else words


def _pattern(name: str) -> str:
    """What finds `name` with more space in it, and with either apostrophe."""
    spaced = r"\s+".join(map(re.escape, name.split()))
    return re.sub("['’]", "['’]", spaced)
