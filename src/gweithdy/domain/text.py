"""Text: a person's words in Welsh, English or both, with the state of their translation."""

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

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


LANGUAGE_NAMES = {Language.CY: "Cymraeg", Language.EN: "English"}
"""Each in its own words, whatever the screen speaks."""


class Translation(StrEnum):
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


TRANSLATION_LABELS = {
    Translation.MISSING: N_("Translation needed"),
    Translation.DRAFT: N_("Draft"),
    Translation.MACHINE: N_("Machine translation"),
    Translation.SENT: N_("Sent for translation"),
    Translation.TRANSLATED: N_("Translated"),
    Translation.REVIEWED: N_("Approved"),
    Translation.STALE: N_("Changed since it was translated"),
}


@dataclass(frozen=True, slots=True)
class Text:
    """Words in Welsh (`cy`) and English (`en`).

    `source`: "cy" or "en", the language the words were first said or written in; "" if none yet.
    `state`: the stored `Translation` of the other language ("" counts as draft once it has words).
    `basis`: `fingerprint` of the source words when the other language was written; a different
    fingerprint now means that the translation is stale. Staleness is derived, never stored.
    """

    cy: str = ""
    en: str = ""
    source: str = ""
    state: str = ""
    basis: str = ""

    def __bool__(self) -> bool:
        return bool(self.cy or self.en)

    def get(self, language: str) -> str:
        """The words in `language`, "" where they are missing."""
        return self.cy if language == Language.CY else self.en

    def best(self, language: str) -> tuple[str, Language]:
        """Words to show and the language they are in: `language` if there, else the other."""
        wanted = Language(language)
        if self.get(wanted) or not self.get(wanted.other):
            return self.get(wanted), wanted
        return self.get(wanted.other), wanted.other

    def lacks(self, language: str) -> bool:
        """Whether something was written, but not in `language`."""
        return bool(self) and not self.get(language)

    @property
    def missing(self) -> Language | None:
        """The language that is still lacking, if just one is."""
        for language in Language:
            if self.lacks(language):
                return language
        return None

    @property
    def translation(self) -> Translation | None:
        """State of the translation; None while there are no words at all."""
        if not self:
            return None
        if self.missing:
            return Translation.MISSING
        if self.basis and self.source and self.basis != fingerprint(self.get(self.source)):
            return Translation.STALE
        return Translation(self.state) if self.state else Translation.DRAFT

    def having(self, language: str, words: str) -> "Text":
        """This text with `words` in `language`: source, state and basis follow."""
        words = tidy(words)
        if words == self.get(language):
            return self
        new = replace(self, cy=words) if language == Language.CY else replace(self, en=words)
        if not new:
            return Text()
        other = Language(language).other
        source = new.source or language
        if not new.get(source):
            source = language if words else str(other)
        if new.missing:
            return replace(new, source=source, state="", basis="")
        if source == language and self.get(other):
            return replace(new, source=source)
        state = new.state if new.state not in ("", "machine", "sent") else "draft"
        return replace(new, source=source, state=state, basis=fingerprint(new.get(source)))


def said(words: str, language: str) -> Text:
    """A text first said in `language`."""
    words = tidy(words)
    return Text(cy=words, source="cy") if language == "cy" else Text(en=words, source="en")


def both(cy: str, en: str) -> Text:
    """A text that we ship in both languages, Welsh first."""
    cy, en = tidy(cy), tidy(en)
    return Text(cy, en, source="cy", state="reviewed", basis=fingerprint(cy))


def fingerprint(words: str) -> str:
    """Eight hex characters that change when `words` change."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def tidy(words: str) -> str:
    """NFC, no control characters but line breaks, no lone surrogates, no space at the ends.

    Decomposed letters (w + circumflex) draw badly in PDFs and break searching; PostgreSQL and
    UTF-8 refuse NUL and surrogates.
    """
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (c for c in words if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept)).strip()
