"""Header: what the first bytes of a file say, read without SQLite so that nothing is touched."""

from dataclasses import dataclass
from pathlib import Path

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.storage.engine import APPLICATION
from gweithdy.storage.schema import SCHEMA
from gweithdy.storage.unusable import Unusable
from gweithdy.whole_file import SQLITE

LENGTH = 100


@dataclass(frozen=True, slots=True)
class Header:
    """Which version of the tables a library has, and whether it keeps a write-ahead log."""

    schema: int
    wal: bool


def read_header(path: Path) -> Header:
    """The header of a library; Problem if it is none, or one from a newer program."""
    try:
        # What is no file, a pipe perhaps, may keep whoever opens it waiting for ever.
        head = _first(path) if path.is_file() or not path.exists() else b""
    except OSError as error:
        raise Problem(
            N_("The library cannot be read: {path} ({reason})."),
            path=path,
            reason=why(error),
        ) from error
    application = int.from_bytes(head[68:72], "big")
    if len(head) < LENGTH or not head.startswith(SQLITE) or application != APPLICATION:
        raise Unusable(
            N_("This file is not a gweithdy library: {path}. It was left as it is."), path=path
        )
    schema = int.from_bytes(head[60:64], "big")
    refuse_newer(schema, path)
    return Header(schema, wal=head[18] == 2)


def _first(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LENGTH)


def refuse_newer(schema: int, path: Path) -> None:
    """Raise Problem for tables that this program does not know yet."""
    if schema > SCHEMA:
        raise Problem(
            N_(
                "This library was made by a newer gweithdy: {path}. It was left as it is. "
                "Install the newer gweithdy to open it."
            ),
            path=path,
        )
