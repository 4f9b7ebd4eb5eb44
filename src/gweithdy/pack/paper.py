"""Paper: how large pages and letters are, of a Word file and of a page that is printed."""

from dataclasses import dataclass

BODY = 12.0
"""Points of the letters that are read, on usual paper."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Points. `plus` is added to the size of all letters; what hangs on them grows with the body's.

    `is_one` says that a part is one page.
    """

    width: float = 595.3
    height: float = 841.9
    side: float = 70.0
    top: float = 68.0
    bottom: float = 76.0
    plus: float = 0.0
    is_one: bool = False

    @property
    def text(self) -> float:
        """How wide the words of a page are."""
        return self.width - 2 * self.side

    @property
    def scale(self) -> float:
        """How large something is that goes with the letters, for a usual size of 1."""
        return (BODY + self.plus) / BODY


A4 = Paper()
