"""An e-mail with the pack, as a draft that mail programs open unsent."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path
from typing import NamedTuple

from gweithdy.domain.pack_kinds import PACK_KINDS
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.exchange.chosen_file import unreadable
from gweithdy.exchange.file_names import plain_name
from gweithdy.language.dates import long_date
from gweithdy.language.words import Words

ENDING = ".eml"
"""Of the name of a draft."""

UNKNOWN = "application/octet-stream"
"""The media type of any other kind of file than a pack can be."""

LONGEST = 120
"""Letters of a title in a subject; nobody sees more of it."""


class Line(NamedTuple):
    """A line of the e-mail and its language; "" between paragraphs."""

    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send along."""

    name: str
    data: bytes

    @property
    def ending(self) -> str:
        """Of its name, with nothing in it that a header could not hold."""
        return f".{ending}" if (ending := plain_name(Path(self.name).suffix, "")) else ""


def attachment(path: Path) -> Attachment:
    """A file from the disk; Problem says why it cannot be read."""
    try:
        return Attachment(path.name, path.read_bytes())
    except OSError as error:
        raise unreadable(path, error) from error


def draft(session: Session, version: int, files: Sequence[Attachment]) -> bytes:
    """The draft: Welsh first, to nobody yet; the same bytes for the same files.

    `version` is that of the pack, 0 where it has none.
    """
    message = EmailMessage(policy=SMTP)
    # Outlook and others open a message that says so as one that is still to be sent.
    message["X-Unsent"] = "1"
    message["Subject"] = _subject(session)
    texts = [_lines(session, version, files, Words(language)) for language in Language]
    # Quoted, whatever is in it: with base64 nobody could look into the file.
    message.set_content(_plain(texts), cte="quoted-printable")
    message.add_alternative(_page(texts), subtype="html", cte="quoted-printable")
    for each in files:
        known = PACK_KINDS.get(each.ending)
        kind, _, subtype = (known.media if known else UNKNOWN).partition("/")
        message.add_attachment(each.data, kind, subtype, filename=_name(each))
    _name_parts(message, files)
    return message.as_bytes()


def _subject(session: Session) -> str:
    """Both titles in one line: a line break in a header would begin another header."""
    said = (
        f"{Words(each).tr('Outcome pack')}: {_one_line(session.title.best(each)[0])}"
        for each in Language
    )
    return " / ".join(dict.fromkeys(said))


def _one_line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + "…"


def _name(file: Attachment) -> str:
    """A name that every mail program writes and reads."""
    # The language before the ending stays: two documents call one another by it.
    parts = Path(file.name).stem.split(".")
    name = ".".join(filter(None, (plain_name(part, "") for part in parts)))
    return (name or "pack") + file.ending


def _lines(session: Session, version: int, files: Iterable[Attachment], words: Words) -> list[Line]:
    """What the e-mail says in one language; the title may be in the other one."""
    tr, at = words.tr, words.language
    title, spoken = session.title.best(at)
    before = [tr("Dear all,"), "", tr("Here is the outcome pack of this session."), ""]
    after = [long_date(session.date, at)] if session.date else []
    if version:
        after.append(tr("Version {version}", version=version))
    attached = [f"- {_told(each, words)}" for each in files]
    ask = N_(
        "Do you need the pack in another form: large print, Easy Read, on paper, or read aloud? "
        "Reply to this e-mail and say which."
    )
    after += ["", tr("Attached:"), *attached, "", tr(ask)]
    said = Line(_one_line(title), spoken) if title else Line(tr("Untitled"), at)
    return [*(Line(each, at) for each in before), said, *(Line(each, at) for each in after)]


def _told(file: Attachment, words: Words) -> str:
    kind = PACK_KINDS.get(file.ending)
    return f"{_name(file)} ({words.tr(kind.name)})" if kind else _name(file)


def _plain(texts: Sequence[Sequence[Line]]) -> str:
    between = ["", "— — —", ""]
    welsh, english = ([line.words for line in lines] for lines in texts)
    return "\n".join((BELOW, "", *welsh, *between, *english)) + "\n"


BELOW = "English below."
"""At the top, where the Welsh begins."""


def _page(texts: Sequence[Sequence[Line]]) -> str:
    """The same with its languages marked, for whoever hears it."""
    parts = "<hr>".join(
        f'<div lang="{language}">{"".join(_paragraphs(lines, language))}</div>'
        for language, lines in zip(Language, texts, strict=True)
    )
    below = f'<p lang="{Language.EN}">{BELOW}</p>'
    return (
        f'<!DOCTYPE html><html lang="{Language.CY}"><head><meta charset="utf-8"><title></title>'
        f"</head><body>{below}{parts}</body></html>\n"
    )


def _paragraphs(lines: Sequence[Line], language: Language) -> Iterable[str]:
    for paragraph in "\n".join(_spoken(line, language) for line in lines).split("\n\n"):
        yield f"<p>{paragraph.replace(chr(10), '<br>')}</p>\n"


def _spoken(line: Line, language: Language) -> str:
    inside = escape(line.words)
    return inside if line.language is language else f'<span lang="{line.language}">{inside}</span>'


def _name_parts(message: EmailMessage, files: Sequence[Attachment]) -> None:
    """Give the parts the same borders every time; by chance they would be others each time."""
    digest = hashlib.sha256(b"".join(each.data for each in files)).hexdigest()[:24]
    several = (part for part in message.walk() if part.is_multipart())
    for number, part in enumerate(several):
        part.set_boundary(f"=_{number}_{digest}")
