"""What the command line says: in which language, also Python's own parser, and where to."""

import gettext
import locale
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.resources import catalogue_folder

ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
)
"""What `argparse` looks up by itself, here so that the catalogue has it."""


def language_of(arguments: Sequence[str]) -> Language:
    """The language asked for before the command, else the computer's, else English."""
    for here, after in pairwise([*arguments, ""]):
        name, _, value = here.partition("=")
        if name == "--language":
            return _known(value or after) or computer_language()
        if here in COMMANDS:
            break
    return computer_language()


COMMANDS = (
    "demo", "list", "import", "export", "pack", "translate", "cards", "people", "mail",
    "check", "restore",
)  # fmt: skip


def computer_language() -> Language:
    """Welsh where the computer speaks Welsh."""
    if sys.platform == "win32":
        import ctypes

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return _known(locale.windows_locale.get(code, "")) or Language.EN
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return _known(next(filter(None, names), "")) or Language.EN


def _known(name: str) -> Language | None:
    code = name[:2].lower()
    return Language(code) if code in list(Language) else None


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Let Python's own parser of arguments speak `language` from our catalogue meanwhile."""
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain("gweithdy", str(catalogue_folder()))
    gettext.textdomain("gweithdy")
    os.environ["LANGUAGE"] = str(language)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        # The window looks at it too.
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def say(message: str) -> None:
    """Tell the person; what a command prints is for programs too, and goes elsewhere."""
    print(message, file=sys.stderr)
