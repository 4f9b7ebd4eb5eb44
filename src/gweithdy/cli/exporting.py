"""A session as a session file, its boards as a file, or a folder with everything."""

import os
from pathlib import Path

from gweithdy.cli.speech import say
from gweithdy.domain.clock import utc_now
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Series
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.session_file import write_session
from gweithdy.folder.board_file import ENDINGS as BOARD_ENDINGS
from gweithdy.folder.board_file import Wanted, board_file
from gweithdy.folder.everything import Moment, export_everything
from gweithdy.folder.index import PERSONAL
from gweithdy.language.local_time import in_wales
from gweithdy.language.words import Words
from gweithdy.whole_file import write_file

SESSION_ENDINGS = (".yaml", ".yml")
"""Of a session file."""

ENDINGS = (*SESSION_ENDINGS, *BOARD_ENDINGS)
"""Of the files that can be written."""

SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


def is_folder(typed: str) -> bool:
    """Whether what somebody typed names a folder: by its end, or because one is there."""
    path = Path(typed)
    # Not `Path.is_dir`, which raises where a name is too long: writing will say that.
    return typed.endswith(SEPARATORS) or not path.suffix or os.path.isdir(path)  # noqa: PTH112


def is_of_boards(path: Path) -> bool:
    """Whether a file of this name holds the boards alone."""
    return path.suffix.lower() in BOARD_ENDINGS


def write_board_file(workshop: Workshop, path: Path, words: Words) -> None:
    """Write the boards in the language that is spoken, and say where they are."""
    wanted = Wanted(workshop, in_wales(utc_now()).date(), Language(words.language))
    write_file(path, board_file(wanted, path.suffix.lower()))
    say(words.tr("Written: {path}", path=path))


def write_session_file(workshop: Workshop, series: Series | None, path: Path, words: Words) -> None:
    """Write the session file, and say where it is."""
    write_file(path, write_session(workshop, series))
    say(words.tr("Written: {path}", path=path))


def write_folder_of(moment: Moment, path: Path, words: Words) -> None:
    """Write the folder with everything, and say where it is and whom it is for."""
    place = export_everything(moment, path)
    if place != path:
        message = N_("There is something of this name already, and it was not touched: {path}")
        say(words.tr(message, path=path))
    say(words.tr("Written: {path}", path=place))
    say(words.tr(PERSONAL))
