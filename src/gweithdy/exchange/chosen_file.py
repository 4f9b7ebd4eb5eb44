"""Files that a person chose, read within bounds."""

from pathlib import Path

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.exchange.keys import LARGEST_FILE


def read_file(path: Path) -> bytes:
    """The bytes of a file that a person chose; never much more than a session file may have."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> Problem:
    """What is told where the system does not give a file."""
    return Problem(
        N_("The file cannot be read: {path} ({reason})."),
        path=path,
        reason=why(error),
    )


def too_large(most: int) -> Problem:
    """What is told of a file with more than `most` bytes."""
    return Problem(
        N_("The file is larger than {size} MB. Nothing was imported."), size=most // 1024 // 1024
    )
