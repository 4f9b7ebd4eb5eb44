"""Whereabouts: whether the files of an open library still are where they were opened."""

from contextlib import suppress
from pathlib import Path

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.aside import aside
from gweithdy.storage.parts import part
from gweithdy.storage.thinning import LEFT


class Gone(Problem):
    """The file of the open library was taken away or replaced. Nothing more can be saved in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "The library is no longer where it was: {path}. Nothing more is saved. Save what "
                "is in this window elsewhere, on the Settings page; or connect the drive, or put "
                "the file back, and start again."
            ),
            path=path,
        )


Identity = tuple[int, int]


class Whereabouts:
    """Where the files of a library were when it was opened.

    On Unix one can go on writing into a file that was deleted, and is told that all is well.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = {path: _identity(path)}
        self._gone = False
        self.know_log()

    def know_log(self) -> None:
        """Look at the write-ahead log too, which comes into being with the first connection."""
        log = part(self._path, "-wal")
        if found := _identity(log):
            self._files[log] = found

    def look(self) -> None:
        """Raise Gone once one of the files is not there, or is another one."""
        # For good: what comes back may have been written by others meanwhile.
        if not self._gone and any(_identity(f) != known for f, known in self._files.items()):
            self._gone = True
            self._take_log_away()
        if self._gone:
            raise Gone(self._path)

    def _take_log_away(self) -> None:
        """Our log would be replayed into the file that stands in the place of ours now."""
        log = part(self._path, "-wal")
        is_ours = log in self._files and _identity(log) == self._files[log]
        if is_ours and _identity(self._path) not in (None, self._files[self._path]):
            with suppress(OSError):
                log.rename(part(aside(self._path, LEFT), "-wal"))


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
