"""What a PDF prints as boxes: the letters that no shipped font has, and where they stand."""

from gweithdy.pack.document import Document
from gweithdy.pack.letters import Boxed
from gweithdy.pack.pdf.fonts import boxed
from gweithdy.pack.walking import runs_of_things


def boxes(document: Document) -> list[Boxed]:
    """Every text with letters that no font has, once, in reading order."""
    found: dict[str, Boxed] = {}
    for run, thing in runs_of_things(document):
        letters = boxed(run.text)
        if letters and (run.text not in found or found[run.text].thing is None):
            found[run.text] = Boxed(letters, run.text, thing, run.language)
    return list(found.values())
