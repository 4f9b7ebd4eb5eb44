"""The commands for packs: as files, and in a draft of an e-mail."""

import argparse
from pathlib import Path

from gweithdy.cli import commands
from gweithdy.cli.arguments.shared import Add, add_private, add_session, add_untranslated
from gweithdy.language.words import Words

SECTIONS = (
    "summary,changes,purpose,votes,boards,stakeholders,missing,quotes,parking,decisions,"
    "actions,reflections,next,people,agenda,photos,reading"
)
"""As in pack.options, which is not loaded for other commands; a test keeps them the same."""


def add_pack(add: Add, words: Words) -> None:
    """`pack`."""
    pack = add("pack", commands.pack, words.tr("Write the outcome pack of a session."))
    add_session(pack, words)
    pack.add_argument(
        "--out",
        type=Path,
        metavar="FILE.pdf|.html|.docx",
        required=True,
        help=words.tr("the file to write; its ending says what kind of file it is"),
    )
    _add_look(pack, words)
    _add_contents(pack, words)
    pack.add_argument(
        "--draft",
        action="store_true",
        help=words.tr("a draft: no version is counted, and the window may be open meanwhile"),
    )
    add_untranslated(pack, words)
    add_private(pack, words)
    for language in ("cy", "en"):
        pack.add_argument(
            f"--organisation-{language}",
            metavar="NAME",
            default="",
            help=words.tr(
                "who gives out the pack, in Welsh and in English, instead of the organisation of "
                "the library"
            ),
        )


def add_mail(add: Add, words: Words) -> None:
    """`mail`."""
    about = words.tr("Draft an e-mail with the outcome pack, to be sent from a mail program.")
    mail = add("mail", commands.mail, about)
    add_session(mail, words)
    mail.add_argument(
        "--out", type=Path, metavar="FILE.eml", required=True, help=words.tr("the file to write")
    )
    mail.add_argument(
        "--attach",
        type=Path,
        metavar="FILE",
        action="append",
        default=[],
        help=words.tr("a file of a pack exported before; without one, a new version is made"),
    )
    mail.add_argument(
        "--version",
        type=int,
        metavar="N",
        help=words.tr("the version of the files attached; the last one if left out"),
    )
    add_untranslated(mail, words)
    add_private(mail, words)


def _add_look(pack: argparse.ArgumentParser, words: Words) -> None:
    """In which languages, and how it stands on the page."""
    pack.add_argument(
        "--order", choices=("cy-en", "en-cy"), default="cy-en", help=words.tr("which part is first")
    )
    pack.add_argument(
        "--language",
        dest="pack_language",
        choices=("cy", "en", "both", "each"),
        default="both",
        help=words.tr(
            "the languages of the pack: both in one file (usual), one of them, or each in a file "
            "of its own, FILE.cy.pdf and FILE.en.pdf, that names the other"
        ),
    )
    pack.add_argument(
        "--layout",
        choices=("parts", "columns", "large-print", "summary"),
        default="parts",
        help=words.tr(
            "part after part (usual), agenda and actions side by side in both languages, large "
            "print, or a summary for the wall on one page a language"
        ),
    )


def _add_contents(pack: argparse.ArgumentParser, words: Words) -> None:
    """What is in it."""
    pack.add_argument(
        "--copy",
        choices=("participants", "commissioner", "public", "facilitator"),
        default="participants",
        help=words.tr(
            "whom it is for: those who took part (usual), whoever asked for the session, "
            "everybody, or the facilitator, with all that the others leave out"
        ),
    )
    pack.add_argument(
        "--sections",
        metavar="NAMES",
        default="",
        help=words.tr(
            "the sections, in the order in which they are to stand, with commas between: {names}",
            names=SECTIONS,
        ),
    )
    pack.add_argument(
        "--since",
        type=int,
        metavar="N",
        help=words.tr("say what has changed since version N"),
    )
