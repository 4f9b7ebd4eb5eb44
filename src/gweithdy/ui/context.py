"""What every page is given: the desk, the wording, the look and the settings."""

from dataclasses import dataclass

from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Jobs
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme


@dataclass(frozen=True)
class Context:
    """Passed along instead of globals. `library` is for searching and backups, not for edits."""

    desk: Desk
    words: Words
    theme: Theme
    settings: Settings
    jobs: Jobs
    library: Library
