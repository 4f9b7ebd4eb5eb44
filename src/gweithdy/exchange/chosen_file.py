"""Files that a person chose, read within bounds."""

from pathlib import Path

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.keys import LARGEST_FILE


def read_file(path: Path) -> bytes:
    """The bytes of a file that a person chose; never much more than a session file may have."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Problem(
            N_("The file cannot be read: {path} ({reason})."),
            path=path,
            reason=error.strerror or str(error),
        ) from error
