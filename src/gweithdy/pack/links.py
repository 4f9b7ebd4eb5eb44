"""Where the words of a document may lead."""

from gweithdy.pack.runs import Run

BESIDE = "./"
"""Begins what leads to another page in the same folder."""
_LEADING = ("#", BESIDE, "https:", "http:", "mailto:")


def link_of(run: Run) -> str:
    """Where `run` leads; "" for what no document should open, such as a script."""
    return run.link if run.link.lower().startswith(_LEADING) else ""
