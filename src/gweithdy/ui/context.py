"""What every page is given: the desk, the wording, the look and the settings."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from gweithdy.language.words import Words
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Jobs
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

_NOT_YET = cast("Library", None)


@dataclass
class Context:
    """Passed along instead of globals. `library` is for searching and backups, not for edits.

    The window is painted before there is a `library`, but nobody can ask for anything until then.
    """

    desk: Desk
    words: Words
    theme: Theme
    settings: Settings
    jobs: Jobs
    library: "Library" = _NOT_YET
