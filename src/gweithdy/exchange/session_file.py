"""Session files: one readable YAML file holds a whole session, derived from the declarations."""

from gweithdy.exchange.session_reader import SessionFile, read_session
from gweithdy.exchange.session_writer import write_session

__all__ = ["SessionFile", "read_session", "write_session"]
