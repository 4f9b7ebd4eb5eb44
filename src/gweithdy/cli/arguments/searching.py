"""The command that searches all sessions, or one."""

from gweithdy.cli import commands
from gweithdy.cli.arguments.shared import Add
from gweithdy.language.words import Words


def add_search(add: Add, words: Words) -> None:
    """`search`."""
    about = words.tr("Search all sessions, whatever the mutation or accent.")
    one = add("search", commands.search, about)
    one.add_argument(
        "words", nargs="+", metavar="WORDS", help=words.tr("what to look for; all of these words")
    )
    one.add_argument(
        "--session",
        metavar="SESSION",
        help=words.tr("only in this one: its id, or a part of its title"),
    )
