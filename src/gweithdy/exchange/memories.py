"""What was translated in the sessions of a library, for its memory."""

from gweithdy.domain.ids import Id
from gweithdy.domain.session import Session
from gweithdy.domain.stop import Asked, stop_if
from gweithdy.exchange.shelf import Shelf
from gweithdy.language.memory import Pair, pairs_of


def pairs_elsewhere(library: Shelf, here: Id, stopped: Asked = lambda: False) -> list[Pair]:
    """What people translated in all sessions but `here`; Problem if one cannot be read."""
    found: list[Pair] = []
    for session in library.catalogue().of(Session):
        stop_if(stopped)
        if session.id != here:
            found += pairs_of(library.workshop(session.id))
    return found
