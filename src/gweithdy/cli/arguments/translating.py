"""The command for translators: texts out, and back."""

from pathlib import Path

from gweithdy.cli import commands
from gweithdy.cli.arguments.shared import Add, add_dry_run, add_session
from gweithdy.language.words import Words


def add_translate(add: Add, words: Words) -> None:
    """`translate`."""
    one = add("translate", commands.translate, words.tr("Send texts to a translator, and back."))
    add_session(one, words)
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=words.tr("write the texts to a file: .xlf, .docx, .csv, or .tmx for a memory"),
    )
    what.add_argument(
        "--from",
        dest="file",
        type=Path,
        metavar="FILE",
        help=words.tr("take in a file that came back: .xlf, .docx or .csv"),
    )
    what.add_argument(
        "--with",
        dest="translator",
        metavar="ID",
        help=words.tr("fill what is missing with suggestions: “memory”, or a plug-in"),
    )
    one.add_argument("--to", choices=("cy", "en"), help=words.tr("the language to translate into"))
    one.add_argument(
        "--all",
        action="store_true",
        help=words.tr("also what is translated already, and what the pack does not need"),
    )
    one.add_argument("--sent", action="store_true", help=words.tr("mark the texts as sent"))
    one.add_argument(
        "--memory",
        nargs="?",
        type=Path,
        const=False,
        metavar="FILE.tmx",
        help=words.tr(
            "offer earlier translations of the library, and of a file: in .xlf and --with memory"
        ),
    )
    add_dry_run(one, words.tr("only say what would be taken and what refused"))
    one.add_argument(
        "--yes",
        action="store_true",
        help=words.tr("the words may leave this computer, for a plug-in that sends them away"),
    )
