"""Stopping: how long work tells how far it is, is asked to end, and says that it did."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Takes how many steps are done, and of how many."""

Asked = Callable[[], bool]
"""Whether the work is to stop. Once it said so, it does not take it back."""


class Stopped(Exception):
    """The work ended because it was asked to; nothing half done is left behind."""


def stop_if(asked: Asked | None) -> None:
    """End the work here if it was asked to."""
    if asked and asked():
        raise Stopped
