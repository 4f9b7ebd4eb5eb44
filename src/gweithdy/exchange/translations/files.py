"""Translation files of every kind, by the ending of their names."""

from collections.abc import Callable, Collection
from pathlib import Path

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.translating import ReturnedFile
from gweithdy.exchange.chosen_file import read_file, too_large
from gweithdy.exchange.keys import LARGEST_FILE
from gweithdy.exchange.translations.outgoing import Outgoing
from gweithdy.exchange.translations.sheet import read_sheet, read_workbook, write_sheet
from gweithdy.exchange.translations.word_reader import read_word_table
from gweithdy.exchange.translations.word_table import write_word_table
from gweithdy.exchange.translations.xliff import write_xliff
from gweithdy.exchange.translations.xliff_reader import read_xliff

KINDS: dict[str, tuple[Callable[[Outgoing], bytes], Callable[[bytes], ReturnedFile]]] = {
    ".xlf": (write_xliff, read_xliff),
    ".xliff": (write_xliff, read_xliff),
    ".docx": (write_word_table, read_word_table),
    ".csv": (write_sheet, read_sheet),
    ".txt": (write_sheet, read_sheet),
}
"""How a kind is written, and how it is read. Excel calls its sheets of text .txt."""

READERS = {ending: read for ending, (_, read) in KINDS.items()} | {".xlsx": read_workbook}
"""How a kind is read, also what a program made of a sheet when somebody pressed Save."""

MEMORY = ".tmx"


def check_ending(path: Path, endings: Collection[str] = KINDS) -> None:
    """Problem if the name of a file is of no kind that can be written, or of none of `endings`."""
    if path.suffix.lower() not in endings:
        raise Problem(
            N_("The name of a file for translators ends in {endings}: {path}"),
            endings=", ".join(endings),
            path=path,
        )


def write_translations(out: Outgoing, path: Path) -> bytes:
    """The bytes of a file for translators of the kind that `path` names."""
    check_ending(path)
    write, _ = KINDS[path.suffix.lower()]
    return write(out)


def read_translations(path: Path) -> ReturnedFile:
    """What stands in a file that came back; Problem says why it cannot be taken."""
    check_ending(path, READERS)
    data = read_file(path)
    if len(data) > LARGEST_FILE:
        raise too_large(LARGEST_FILE)
    return READERS[path.suffix.lower()](data)
