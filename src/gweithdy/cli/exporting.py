"""A session as a session file, or as a folder with everything."""

import os
from pathlib import Path

from gweithdy.cli.speech import say
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Series
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.session_file import write_session
from gweithdy.folder.everything import Moment, export_everything
from gweithdy.folder.index import PERSONAL
from gweithdy.language.words import Words
from gweithdy.whole_file import write_file

ENDINGS = (".yaml", ".yml")
"""Of a session file."""

SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


def is_folder(typed: str) -> bool:
    """Whether what somebody typed names a folder: by its end, or because one is there."""
    path = Path(typed)
    # Not `Path.is_dir`, which raises where a name is too long: writing will say that.
    return typed.endswith(SEPARATORS) or not path.suffix or os.path.isdir(path)  # noqa: PTH112


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
