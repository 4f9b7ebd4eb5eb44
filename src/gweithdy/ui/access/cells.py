"""What a cell of a table says to a screen reader."""

from gweithdy.domain.problem import N_
from gweithdy.language.words import Words


def spoken_cell(words: Words, heading: str, shown: str) -> str:
    """What a cell shows, after the `heading` of its column, a catalogue text.

    A cell that shows nothing says so: without a name it would be passed over in silence.
    """
    column = words.tr(heading)
    return f"{column}: {shown}" if shown else words.tr(N_("{column}: empty"), column=column)
