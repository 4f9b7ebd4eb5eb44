"""The session files that come with the program: the demonstration and the templates."""

from pathlib import Path

from gweithdy.exchange.session_file import SessionFile, read_session
from gweithdy.resources import asset


def demonstration() -> list[SessionFile]:
    """The sessions that a new library shows."""
    return _read_all(asset("demo"))


def templates() -> list[SessionFile]:
    """The sessions that a new one can be made from."""
    return _read_all(asset("templates"))


def _read_all(folder: Path) -> list[SessionFile]:
    return [read_session(path.read_bytes()) for path in sorted(folder.glob("*.yaml"))]
