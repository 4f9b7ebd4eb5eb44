"""Where a pack is to be written: asked of the person, and nothing is replaced unasked."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gweithdy.domain.pack_kinds import PACK_KINDS
from gweithdy.exchange.file_names import name_of_session
from gweithdy.language.words import Words
from gweithdy.pack.files import files_of
from gweithdy.pack.title import told_session
from gweithdy.ui import ask, exports
from gweithdy.ui.context import Context
from gweithdy.ui.pack.making import Making


def ask_place(parent: QWidget, context: Context, making: Making) -> Path | None:
    """The name that was chosen, from which those of all files follow; None for nowhere."""
    words, title = context.words, context.words.tr("Export the pack")
    suggested = _suggested(context, making)
    if len(files_of(suggested, making.options)) == 1:
        path = ask.file_to_write(parent, title, suggested, _kinds(words))
    else:
        path = _several(parent, context, making, suggested)
    if path:
        exports.keep_folder(context.settings, path.parent)
    return path


def _several(parent: QWidget, context: Context, making: Making, suggested: Path) -> Path | None:
    """The same for several files, none of which has the very name that is given."""
    words = context.words
    title = words.tr("Export the pack: a file for each language, with its letters in the name")
    path = ask.file_to_write(parent, title, suggested, _kinds(words), replacing=True)
    there = [file for file in files_of(path, making.options) if file.exists()] if path else []
    if not there:
        return path
    question = words.ntr("Replace {n} file?", "Replace {n} files?", len(there))
    named = "\n".join(file.name for file in there)
    return (
        path
        if ask.decide(parent, question, named, words.tr("Replace"), words.tr("Keep them"))
        else None
    )


def _suggested(context: Context, making: Making) -> Path:
    # As every system and every mail program takes it: two documents call one another by it.
    name = name_of_session(
        told_session(making.workshop, making.options), context.words.language, "pack"
    )
    return exports.folder(context.settings) / f"{name}.pdf"


def _kinds(words: Words) -> str:
    """The kinds of file that a pack can be, for the dialog."""
    return ";;".join(f"{words.tr(kind.several)} (*{ending})" for ending, kind in PACK_KINDS.items())
