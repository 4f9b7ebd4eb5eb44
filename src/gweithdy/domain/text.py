"""Text: a person's words in Welsh and in English, each a record of its own."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.problem import N_


class Language(StrEnum):
    """The two languages of everything."""

    CY = "cy"
    EN = "en"

    @property
    def other(self) -> "Language":
        return Language.EN if self is Language.CY else Language.CY

    @property
    def tag(self) -> str:
        """The BCP 47 tag used in documents and for screen readers."""
        return "cy-GB" if self is Language.CY else "en-GB"


LONGEST_TEXT = 20_000
"""Characters of a text in one language: a session file holds no more."""

LANGUAGE_NAMES = {Language.CY: "Cymraeg", Language.EN: "English"}
"""Each in its own words, whatever the screen speaks."""


class Translation(Choice):
    """How far the language that was not written first has come."""

    MISSING = "missing"
    DRAFT = "draft"
    MACHINE = "machine"
    SENT = "sent"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    STALE = "stale"

    @property
    def label(self) -> str:
        return TRANSLATION_LABELS[self]


TRANSLATION_LABELS = labels(
    {
        Translation.MISSING: N_("Translation needed"),
        Translation.DRAFT: N_("Draft"),
        Translation.MACHINE: N_("Machine translation"),
        Translation.SENT: N_("Sent for translation"),
        Translation.TRANSLATED: N_("Translated"),
        Translation.REVIEWED: N_("Approved"),
        Translation.STALE: N_("Changed since it was translated"),
    }
)

MARKS = (
    Translation.DRAFT,
    Translation.MACHINE,
    Translation.SENT,
    Translation.TRANSLATED,
    Translation.REVIEWED,
)
"""What a person can say of words that are there; the other states follow from the words."""

_DROPPED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but the line break, and surrogates."""

_KEPT_WHILE_TYPING = (Translation.DRAFT, Translation.TRANSLATED, Translation.REVIEWED)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in one language.

    `state`: the stored `Translation` of these words ("" counts as draft once there are some).
    `basis`: `fingerprint` of the original words that they were written from; a different
    fingerprint now means that the translation is stale. Staleness is derived, never stored.
    """

    words: str = ""
    state: str = ""
    basis: str = ""


NOTHING = Written()


@dataclass(frozen=True, slots=True)
class Typed:
    """Words typed into the field of one language; what the other one holds is not touched."""

    language: Language
    words: str

    def applied(self, text: "Text") -> "Text":
        """`text` after that."""
        return text.having(self.language, self.words)


@dataclass(frozen=True, slots=True)
class SaidIn:
    """A person's choice of the language that words were said in."""

    language: Language

    def applied(self, text: "Text") -> "Text":
        """`text` after that."""
        return text.said_in(self.language)


@dataclass(frozen=True, slots=True)
class Text:
    """One record in Welsh (`cy`), one in English (`en`).

    `original`: "cy" or "en", the language the words were said in; "" if there are none yet. The
    first words set it; after that only a person's choice moves it (`said_in`), never typing.
    """

    cy: Written = NOTHING
    en: Written = NOTHING
    original: str = ""

    def __bool__(self) -> bool:
        return bool(self.cy.words or self.en.words)

    def of(self, language: str) -> Written:
        """The record of `language`."""
        return self.cy if language == Language.CY else self.en

    def get(self, language: str) -> str:
        """The words in `language`, "" where they are missing."""
        return self.of(language).words

    def best(self, language: str) -> tuple[str, Language]:
        """Words to show and the language they are in: `language` if there, else the other."""
        wanted = Language(language)
        words = self.of(wanted).words
        other = "" if words else self.of(wanted.other).words
        return (other, wanted.other) if other else (words, wanted)

    def spoken(self, language: str) -> Language | None:
        """The language of the words that `best` shows; None without any."""
        return self.best(language)[1] if self else None

    def as_said(self) -> str:
        """The words in the language in which they were said, or in the only one there is."""
        return self.best(self.original or Language.CY)[0]

    def lacks(self, language: str) -> bool:
        """Whether something was written, but not in `language`."""
        return bool(self) and not self.get(language)

    @property
    def missing(self) -> Language | None:
        """The language that is still lacking, if just one is."""
        if bool(self.cy.words) is bool(self.en.words):
            return None
        return Language.EN if self.cy.words else Language.CY

    @property
    def target(self) -> Language:
        """The language that is translated into: the one that is missing, or not the original."""
        return self.missing or Language(self.original or Language.CY).other

    @property
    def translation(self) -> Translation | None:
        """State of the translation; None while there are no words at all."""
        return self.state(self.target)

    def state(self, language: str) -> Translation | None:
        """How far the words in `language` have come; None for those that were said first.

        Words that are not there yet are missing, or sent for translation, unless the others have
        changed since they were sent.
        """
        record, source = self.of(language), self.get(Language(language).other)
        is_written_from_these = not record.basis or record.basis == fingerprint(source)
        if not record.words:
            is_sent = record.state == Translation.SENT and is_written_from_these
            return (Translation.SENT if is_sent else Translation.MISSING) if source else None
        if not source or language == (self.original or Language.CY):
            return None
        if not is_written_from_these:
            return Translation.STALE
        return Translation(record.state) if record.state else Translation.DRAFT

    def marked(self, language: str, state: Translation) -> "Text":
        """This text once a person said how far `language` has come, beside the other as it is now.

        Where that can be no more than it is, nothing changes: the words said first have no state,
        words that are not there are missing or sent, and those that are there are not missing.
        """
        words, source = self.get(language), self.get(Language(language).other)
        if state not in (MARKS if words else (Translation.SENT, Translation.MISSING)):
            return self
        if not source or (words and self.state(language) is None):
            return self
        record = Written(words, str(state), fingerprint(source))
        return self._with(language, NOTHING if state is Translation.MISSING else record)

    def translated(self, language: str, words: str, state: Translation) -> "Text":
        """This text with `words` in `language`, written from the others as they stand now.

        So those are the original: where what was said first is gone, they stand in its place.
        """
        other = Language(language).other
        record = Written(words, str(state), fingerprint(self.get(other)))
        original = str(other) if words else self.original
        return replace(self._with(language, record), original=original)

    def having(self, language: str, words: str) -> "Text":
        """This text with `words` in `language`; the record of the other one stays as it is.

        Words typed beside an original are a translation of it: a draft at least, written from
        the original as it stands now.
        """
        words = tidy(words)
        if words == self.get(language):
            return self
        other = Language(language).other
        original = self.original or (other if self.get(other) else language)
        record = replace(self.of(language), words=words)
        if language != original:
            state = record.state if record.state in _KEPT_WHILE_TYPING else Translation.DRAFT
            source = self.get(original)
            basis = fingerprint(source) if source else ""
            record = Written(words, str(state), basis) if words else NOTHING
        return replace(self._with(language, record), original=str(original))

    def said_in(self, language: str) -> "Text":
        """This text once a person has chosen `language` as the one it was said in."""
        return replace(self, original=str(language))

    def _with(self, language: str, record: Written) -> "Text":
        cy, en = (record, self.en) if language == Language.CY else (self.cy, record)
        return Text(cy, en, self.original)


def said(words: str, language: str) -> Text:
    """A text first said in `language`."""
    return Text().having(language, words)


def both(cy: str, en: str) -> Text:
    """A text that we ship in both languages, Welsh first."""
    cy, en = tidy(cy), tidy(en)
    return Text(Written(cy), Written(en, str(Translation.REVIEWED), fingerprint(cy)), "cy")


def fingerprint(words: str) -> str:
    """Eight hex characters that change when `words` change."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def tidy(words: str) -> str:
    """NFC, no control characters but line breaks, no lone surrogates, no space at the ends.

    Decomposed letters (w + circumflex) draw badly in PDFs and break searching; PostgreSQL and
    UTF-8 refuse NUL and surrogates.
    """
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _DROPPED.sub("", words)).strip()


def on_one_line(words: str) -> str:
    """`words` tidied, with single spaces and no line break."""
    return " ".join(tidy(words).split())
