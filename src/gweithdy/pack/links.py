"""Where the words of a document may lead."""

from gweithdy.pack.document import Run

_LEADING = ("#", "https:", "http:", "mailto:")


def link_of(run: Run) -> str:
    """Where `run` leads; "" for what no document should open, such as a script."""
    return run.link if run.link.lower().startswith(_LEADING) else ""
