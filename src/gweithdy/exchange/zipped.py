"""Zipped files: one member of one is read by its name, within bounds; nothing is unpacked."""

import io
import zipfile
import zlib

from gweithdy.domain.problem import Problem
from gweithdy.exchange.keys import LARGEST_FILE

MOST_MEMBERS = 2000
HIGHEST_RATIO = 200
"""How much smaller than its contents a file may be; Word's own XML packs to a tenth."""

_BAD = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError,
        RuntimeError, ValueError)  # fmt: skip
"""What Python's reader raises for files that are broken, secret, or packed in another way."""


def member(data: bytes, name: str, refused: str) -> bytes:
    """The bytes of the member called `name`; Problem with the message `refused` if it has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as files:
            told = files.getinfo(name)
            is_large = told.file_size > max(told.compress_size, 1) * HIGHEST_RATIO
            if len(files.infolist()) > MOST_MEMBERS or (is_large and told.file_size > 1_000_000):
                raise Problem(refused)
            with files.open(told) as file:
                # What it says of its size need not be true.
                found = file.read(LARGEST_FILE + 1)
    except _BAD as error:
        raise Problem(refused) from error
    if len(found) > LARGEST_FILE:
        raise Problem(refused)
    return found
