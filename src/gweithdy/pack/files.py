"""The files of a pack: one, or a document of its own for each language."""

from dataclasses import replace
from pathlib import Path

from gweithdy.domain.text import Language, tidy
from gweithdy.pack.options import PackOptions

EACH = "each"
"""In place of the languages of a pack: each of them in a document of its own."""


def files_of(path: Path, options: PackOptions) -> dict[Path, PackOptions]:
    """What is to be written where; if `each` language has its file, they name one another."""
    if options.language != EACH:
        return {path: options}
    # Tidied where it is told: names of files on Linux may hold what is no letter.
    files = {each: path.with_name(f"{path.stem}.{each}{path.suffix}") for each in Language}
    return {
        file: replace(options, language=str(language), twin=tidy(files[language.other].name))
        for language, file in files.items()
    }
