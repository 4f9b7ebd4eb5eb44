"""The arguments of the command line, explained in the chosen language."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from gweithdy.cli import commands
from gweithdy.cli.arguments.arriving import add_cards, add_people
from gweithdy.cli.arguments.files import add_organisation, add_sessions
from gweithdy.cli.arguments.packs import add_mail, add_pack
from gweithdy.cli.arguments.searching import add_search
from gweithdy.cli.arguments.shared import Command
from gweithdy.cli.arguments.translating import add_translate
from gweithdy.cli.restoring import restore
from gweithdy.cli.speech import speaking
from gweithdy.language.words import Words


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
    add_search(add, words)
    add_sessions(add, words)
    add_pack(add, words)
    add_translate(add, words)
    add_cards(add, words)
    add_people(add, words)
    add_mail(add, words)
    add_organisation(add, words)
    add("check", commands.check, words.tr("Look whether the library is whole."))
    back = add("restore", restore, words.tr("Go back to a backup; without one, list them."))
    back.add_argument(
        "backup", nargs="?", metavar="BACKUP", help=words.tr("its name in the list, or a file")
    )
    return parser
