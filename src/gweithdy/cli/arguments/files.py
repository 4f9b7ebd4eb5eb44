"""The commands for files: sessions in and out, and the organisation."""

from pathlib import Path

from gweithdy.cli import commands
from gweithdy.cli.arguments.shared import Add, add_session
from gweithdy.language.words import Words


def add_sessions(add: Add, words: Words) -> None:
    """`import` and `export`."""
    take = add("import", commands.import_files, words.tr("Import session files, all or none."))
    take.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=words.tr("a session file (YAML)")
    )
    take.add_argument("--copy", action="store_true", help=words.tr("import as new sessions"))
    about = words.tr("Write a session to a file, its board alone, or a folder with everything.")
    give = add("export", commands.export, about)
    add_session(give, words)
    # Not a path yet: a separator at its end says that it is a folder.
    give.add_argument(
        "--out",
        metavar="FILE.yaml|.csv|.xlsx|.md|.svg|.png|FOLDER/",
        required=True,
        help=words.tr(
            "the file to write: .yaml is the whole session, the others are its board; or a new "
            "folder: lists, pictures, the pack and an index"
        ),
    )


def add_organisation(add: Add, words: Words) -> None:
    """`organisation`."""
    about = words.tr("The organisation on the covers of the packs: to a file, or from one.")
    one = add("organisation", commands.organisation, about)
    way = one.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--out", type=Path, metavar="FILE.json", help=words.tr("write it to a file, logos too")
    )
    way.add_argument(
        "--from",
        dest="file",
        type=Path,
        metavar="FILE.json",
        help=words.tr("let the library have what is in a file"),
    )
