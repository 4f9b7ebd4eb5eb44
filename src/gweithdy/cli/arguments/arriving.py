"""The commands for what comes from other programs: cards of a file, and people of one."""

import argparse
from pathlib import Path

from gweithdy.cli import commands
from gweithdy.cli.arguments.shared import Add, add_dry_run, add_session
from gweithdy.language.words import Words

FORMS = ("teams-chat", "zoom-chat", "forms", "mentimeter", "slido", "csv", "lines")
"""As in exchange.incoming.messages, without transcripts, of which a person picks lines."""


def add_cards(add: Add, words: Words) -> None:
    """`cards`."""
    about = words.tr("Make cards of a chat, a form or a list of another program.")
    one = add("cards", commands.cards, about)
    add_session(one, words)
    _add_source_file(one, words.tr("a chat, answers, a sheet or a list: .txt, .xlsx, .json, .csv"))
    one.add_argument(
        "--as",
        dest="kind_of_file",
        choices=FORMS,
        help=words.tr("what kind of file it is, where that is not seen rightly"),
    )
    one.add_argument(
        "--names",
        choices=("drop", "keep"),
        default="drop",
        help=words.tr("whether it is kept who wrote each line (usually not)"),
    )
    one.add_argument(
        "--lane",
        default="",
        metavar="LANE",
        help=words.tr("where the cards go: the number of a lane, or a part of its question"),
    )
    one.add_argument(
        "--source",
        default="",
        metavar="SOURCE",
        help=words.tr("where they come from: room, online, before, imported, or a table"),
    )
    add_dry_run(one, words.tr("only say what would come of it"))


def add_people(add: Add, words: Words) -> None:
    """`people`."""
    about = words.tr("Put the people of a list or a report of a meeting on that of a session.")
    one = add("people", commands.people, about)
    add_session(one, words)
    _add_source_file(one, words.tr("a report of Teams or Zoom, a sheet or a list"))
    add_dry_run(one, words.tr("only say what would come of it"))


def _add_source_file(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument(
        "--from", dest="file", type=Path, metavar="FILE", required=True, help=about
    )
