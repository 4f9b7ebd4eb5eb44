"""What several commands are asked in the same way."""

import argparse
from collections.abc import Callable

from gweithdy.language.words import Words

Command = Callable[[argparse.Namespace, Words], int]
Add = Callable[[str, Command, str], argparse.ArgumentParser]
"""Adds a command: its name, what it does, and what it is about."""


def add_session(command: argparse.ArgumentParser, words: Words) -> None:
    """Which session it is about."""
    command.add_argument(
        "session", metavar="SESSION", help=words.tr("its id, or a part of its title")
    )


def add_untranslated(command: argparse.ArgumentParser, words: Words) -> None:
    """Whether texts may go out that lack a language."""
    command.add_argument(
        "--untranslated",
        action="store_true",
        help=words.tr(
            "write the pack though texts lack one of its languages; it says how many, and marks "
            "each. Without this nothing is written then, unless it is a draft"
        ),
    )


def add_private(command: argparse.ArgumentParser, words: Words) -> None:
    """What becomes of names and addresses."""
    command.add_argument(
        "--private",
        choices=("mark", "leave-out", "print"),
        default="mark",
        help=words.tr(
            "what becomes of names without consent, e-mail addresses and telephone numbers: "
            "a mark in their place (usual), left out, or printed"
        ),
    )
    command.add_argument(
        "--print",
        metavar="WORDS",
        action="append",
        default=[],
        help=words.tr("one of those that is printed all the same; more than once for several"),
    )


def add_dry_run(command: argparse.ArgumentParser, about: str) -> None:
    """Whether nothing is to be done, only told."""
    command.add_argument("--dry-run", action="store_true", help=about)
