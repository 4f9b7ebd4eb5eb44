"""The arguments of the command line, explained in the chosen language."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from gweithdy.cli import commands
from gweithdy.cli.restoring import restore
from gweithdy.cli.speech import speaking
from gweithdy.language.words import Words

Command = Callable[[argparse.Namespace, Words], int]


def parsed(arguments: Sequence[str], words: Words) -> argparse.Namespace:
    """What was asked for; a mistake is explained on stderr and ends with 2."""
    with speaking(words.language):
        return _parser(words).parse_args(arguments)


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gweithdy",
        description=words.tr("Plan, run and write up bilingual workshops."),
        epilog=words.tr("Without a command the window opens."),
        allow_abbrev=False,
    )
    parser.set_defaults(command=commands.window)
    parser.add_argument("--library", type=Path, metavar="PATH", help=words.tr("the library to use"))
    parser.add_argument("--language", choices=("cy", "en"), help=words.tr("the language to speak"))
    group = parser.add_subparsers(metavar="COMMAND", title=words.tr("commands"))

    def add(name: str, command: Command, about: str) -> argparse.ArgumentParser:
        one = group.add_parser(name, help=about, description=about, allow_abbrev=False)
        one.set_defaults(command=command)
        return one

    demo = add("demo", commands.demo, words.tr("Write the packs of the demonstration sessions."))
    demo.add_argument(
        "--out", type=Path, metavar="DIR", default=Path(), help=words.tr("the folder for them")
    )
    add("list", commands.list_sessions, words.tr("List the sessions, the id first."))
    _add_files(add, words)
    _add_pack(add, words)
    _add_translate(add, words)
    add("check", commands.check, words.tr("Look whether the library is whole."))
    back = add("restore", restore, words.tr("Go back to a backup; without one, list them."))
    back.add_argument(
        "backup", nargs="?", metavar="BACKUP", help=words.tr("its name in the list, or a file")
    )
    return parser


Add = Callable[[str, Command, str], argparse.ArgumentParser]


def _add_files(add: Add, words: Words) -> None:
    take = add("import", commands.import_files, words.tr("Import session files, all or none."))
    take.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=words.tr("a session file (YAML)")
    )
    take.add_argument("--copy", action="store_true", help=words.tr("import as new sessions"))
    give = add("export", commands.export, words.tr("Write a session to a session file."))
    _add_session(give, words)
    give.add_argument(
        "--out", type=Path, metavar="FILE.yaml", required=True, help=words.tr("the file to write")
    )


def _add_pack(add: Add, words: Words) -> None:
    pack = add("pack", commands.pack, words.tr("Write the outcome pack of a session."))
    _add_session(pack, words)
    pack.add_argument(
        "--out",
        type=Path,
        metavar="FILE.pdf|.html|.docx",
        required=True,
        help=words.tr("the file to write; its ending says what kind of file it is"),
    )
    pack.add_argument(
        "--order", choices=("cy-en", "en-cy"), default="cy-en", help=words.tr("which part is first")
    )
    pack.add_argument(
        "--language",
        dest="pack_language",
        choices=("cy", "en", "both"),
        default="both",
        help=words.tr("the languages of the pack"),
    )
    pack.add_argument(
        "--draft",
        action="store_true",
        help=words.tr("a draft: no version is counted, and the window may be open meanwhile"),
    )
    pack.add_argument(
        "--private",
        choices=("mark", "leave-out", "print"),
        default="mark",
        help=words.tr(
            "what becomes of names without consent, e-mail addresses and telephone numbers: "
            "a mark in their place (usual), left out, or printed"
        ),
    )
    pack.add_argument(
        "--print",
        metavar="WORDS",
        action="append",
        default=[],
        help=words.tr("one of those that is printed all the same; more than once for several"),
    )
    for language in ("cy", "en"):
        pack.add_argument(
            f"--organisation-{language}",
            metavar="NAME",
            default="",
            help=words.tr("who gives out the pack, in Welsh and in English"),
        )


def _add_translate(add: Add, words: Words) -> None:
    one = add("translate", commands.translate, words.tr("Send texts to a translator, and back."))
    _add_session(one, words)
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=words.tr("write the texts to a file: .xlf, .docx, .csv, or .tmx for a memory"),
    )
    what.add_argument(
        "--from",
        dest="back",
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
    one.add_argument(
        "--dry-run",
        action="store_true",
        help=words.tr("only say what would be taken and what refused"),
    )
    one.add_argument(
        "--yes",
        action="store_true",
        help=words.tr("the words may leave this computer, for a plug-in that sends them away"),
    )


def _add_session(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument(
        "session", metavar="SESSION", help=words.tr("its id, or a part of its title")
    )
