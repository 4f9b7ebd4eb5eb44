"""Drafts of e-mails from the command line: the pack is made and attached, or files from before."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from gweithdy.cli.packs import check_translated, told
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.file_names import name_of_session
from gweithdy.exchange.mail import Attachment, attachment
from gweithdy.language.words import Words
from gweithdy.pack.contents import PackOptions
from gweithdy.pack.title import told_session
from gweithdy.pack.writing import USUAL, WRITERS, written


def pack_attached(
    workshop: Workshop, words: Words, options: PackOptions, *, untranslated: bool
) -> list[Attachment]:
    """The pack in every form there is; what it lacks and keeps back is said.

    Problem if texts lack a language, unless it may go out `untranslated`.
    """
    document, lacking = told(workshop, words, options, USUAL)
    if not untranslated:
        check_translated(lacking)
    name = name_of_session(told_session(workshop, options), Language.CY, "pack")
    return [Attachment(f"{name}{ending}", written(document, ending)) for ending in WRITERS]


def attached(paths: Sequence[Path]) -> list[Attachment]:
    """Files of a pack that was exported before."""
    return [attachment(path) for path in paths]


def version_of(asked: argparse.Namespace, session: Session) -> int:
    """The version that files from before are: as told, else the last one that was exported."""
    if asked.version is None:
        return session.packs
    if not 1 <= asked.version <= session.packs:
        raise Problem(
            N_("This session has no version {version} of its pack; the last one is {last}."),
            version=asked.version,
            last=session.packs,
        )
    return int(asked.version)
