"""How the time of a running block is said: figures, a word, a symbol and a role of the theme."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel

from gweithdy.domain.clock import ClockState, shown
from gweithdy.domain.day import Day
from gweithdy.domain.problem import N_
from gweithdy.language.durations import duration
from gweithdy.language.words import Words
from gweithdy.ui.ticker import Ticker

CLOCK = N_("Clock")
"""What a screen reader is told that the figures are; the time it gets when it asks."""

SOON = 120
"""Seconds before the end of a block from which the clock takes the colour of "late"."""


@dataclass(frozen=True, slots=True)
class Said:
    """The time left of the present block, or over it."""

    figures: str
    word: str
    icon: str
    role: str

    @property
    def line(self) -> str:
        """All of it in words."""
        return f"{self.figures} {self.word}"


def said(day: Day, ticker: Ticker, words: Words) -> Said:
    """What the clock says now."""
    left = day.left(ticker.now)
    over = is_over(left)
    role, icon = ("over", "triangle-alert") if over else ("ink", "clock")
    if is_soon_over(left):
        role = "late"
    if day.clock.state is ClockState.PAUSED:
        icon = "pause"
        word = words.tr("over · paused") if over else words.tr("left · paused")
    else:
        word = words.tr("over") if over else words.tr("left")
    return Said(shown(left), word, icon, role)


def is_over(left: float) -> bool:
    """Whether a block with `left` seconds is over, as the clock shows it: a whole second."""
    return left <= -1


def is_soon_over(left: float) -> bool:
    """Whether a block with `left` seconds has its last two minutes; not if it is over."""
    return left <= SOON and not is_over(left)


def lateness(minutes: int, words: Words) -> tuple[str, str, str]:
    """Words, symbol and role for a day that ends so many minutes late; negative if early."""
    if abs(minutes) >= 60:
        long = duration(abs(minutes), words)
        if minutes > 0:
            return words.tr("{long} late", long=long), "triangle-alert", "late"
        return words.tr("{long} early", long=long), "circle-check", "good"
    if minutes > 0:
        late = words.ntr("{n} minute late", "{n} minutes late", minutes)
        return late, "triangle-alert", "late"
    if minutes < 0:
        early = words.ntr("{n} minute early", "{n} minutes early", -minutes)
        return early, "circle-check", "good"
    return words.tr("as planned"), "circle-check", "good"


def dress(made: QLabel, pixels: int, color: str, weight: int = 600) -> None:
    """Give a label a size that the style sheet has no role for."""
    style = f"font-size: {pixels}px; font-weight: {weight}; color: {color}"
    # Setting the same style again would lay the page out anew, four times a second.
    if made.styleSheet() != style:
        made.setStyleSheet(style)
