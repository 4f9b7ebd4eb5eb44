"""Names of files that every system takes, also in an archive and in an e-mail."""

import re
import unicodedata

from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.language.words import Words

LONGEST = 60
"""Letters; with folders before it, Windows takes 260 in all."""
RESERVED = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
"""What Windows takes for a device, whatever ending follows."""


def plain_name(words: str, otherwise: str) -> str:
    """`words` as a name of a-z, 0-9 and hyphens; `otherwise` where nothing is left of them."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(c for c in apart if not unicodedata.combining(c))
    name = re.sub("[^a-z0-9]+", "-", letters)[:LONGEST].strip("-")
    return f"{name}-1" if RESERVED.fullmatch(name) else name or otherwise


def name_of_session(session: Session, language: str, otherwise: str) -> str:
    """The date and the title of a session."""
    title = plain_name(session.title.best(language)[0], otherwise)
    return f"{session.date.isoformat()}-{title}" if session.date else title


def name_in_both(message: str) -> str:
    """Our own wording in Welsh and in English as one name; once where it is the same."""
    names = dict.fromkeys(plain_name(Words(each).tr(message), "") for each in Language)
    return "-".join(filter(None, names)) or "x"
