"""Lock: one program at a time has a library open for writing, and others are told which."""

import getpass
import json
import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.storage.faults import of_the_disk
from gweithdy.storage.location import real
from gweithdy.storage.parts import part


class Lock:
    """Held from opening to closing; the operating system frees it if the program dies."""

    def __init__(self, library: Path) -> None:
        library = real(library)
        self._lock = FileLock(part(library, ".lock"), blocking=False, thread_local=False)
        self._who = part(library, ".open.json")
        self._library = library

    def take(self) -> None:
        """Take the lock; Problem says who has it."""
        try:
            self._lock.acquire()
        except Timeout as error:
            raise self._taken() from error
        except OSError as error:
            raise of_the_disk(error) or Problem(
                N_("The folder of the library cannot be written to: {path} ({reason})."),
                path=self._library.parent,
                reason=why(error),
            ) from error
        who = {
            "user": _user(),
            "host": platform.node(),
            "pid": os.getpid(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        # On a full disk the library still opens; others are then told less.
        with suppress(OSError):
            self._who.write_text(json.dumps(who), "utf-8")

    def free(self) -> None:
        """Give the lock back."""
        if self._lock.is_locked:
            # Its disk may have been taken away.
            with suppress(OSError):
                self._who.unlink(missing_ok=True)
            self._lock.release()

    def _taken(self) -> Problem:
        who: object = None
        with suppress(OSError, ValueError):
            who = json.loads(self._who.read_text("utf-8"))
        if not isinstance(who, dict) or "host" not in who:
            return Problem(
                N_("The library is already open in another window. Close it there first: {path}"),
                path=self._library,
            )
        return Problem(
            N_(
                "The library is already open. User: {user}. Computer: {host}. "
                "Process: {pid}. Since: {since}. Close it there first."
            ),
            user=who.get("user", ""),
            host=who["host"],
            pid=who.get("pid", ""),
            since=_local(str(who.get("since", ""))),
        )


def _user() -> str:
    # A container may run as a number that has no name.
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _local(moment: str) -> str:
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%d/%m/%Y %H:%M}"
    except ValueError:
        return moment
