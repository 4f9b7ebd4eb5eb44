"""What every page is given: the desk, the wording, the look and the settings."""

from dataclasses import dataclass

from gweithdy.language.words import Words
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Jobs
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme


@dataclass(frozen=True)
class Context:
    """Passed along instead of globals."""

    desk: Desk
    words: Words
    theme: Theme
    settings: Settings
    jobs: Jobs
