"""Messages: what readers make of chats, forms and lists, and the kinds of file there are."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gweithdy.domain.problem import N_


class Form(StrEnum):
    """The kinds of file, by the names that the command line uses."""

    TEAMS_CHAT = "teams-chat"
    ZOOM_CHAT = "zoom-chat"
    TRANSCRIPT = "transcript"
    FORMS = "forms"
    MENTIMETER = "mentimeter"
    SLIDO = "slido"
    TABLE = "csv"
    LINES = "lines"


FORM_LABELS = {
    Form.TEAMS_CHAT: N_("Chat from Teams"),
    Form.ZOOM_CHAT: N_("Chat from Zoom"),
    Form.TRANSCRIPT: N_("Transcript"),
    Form.FORMS: N_("Answers from Microsoft Forms"),
    Form.MENTIMETER: N_("Answers from Mentimeter"),
    Form.SLIDO: N_("Questions from Slido"),
    Form.TABLE: N_("Table: rows and columns"),
    Form.LINES: N_("List: a card for each line"),
}


class Left(StrEnum):
    """Why a reader leaves something out."""

    PRIVATE = "private"
    DELETED = "deleted"
    REACTION = "reaction"
    WORDLESS = "wordless"
    LONG = "long"
    AROUND = "around"


LEFT_LABELS = {
    Left.PRIVATE: N_("Private message"),
    Left.DELETED: N_("Deleted by its author"),
    Left.REACTION: N_("Reaction, not words"),
    Left.WORDLESS: N_("No words"),
    Left.LONG: N_("Too long for a card"),
    Left.AROUND: N_("Not a message"),
}


ENDINGS = (".txt", ".csv", ".tsv", ".xlsx", ".json", ".vtt", ".srt")
"""Of the files that may hold any of them."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that somebody wrote, as a reader found it.

    `head` is what its source put before the words (when, who), `body` the words as they stood.
    `stamp` is when it was written as it stood, `at` that moment where it can be told. `id` is what
    its source knows it by, "" where it has none. With `left` it is not to be a card; of a private
    message nothing else is kept at all.
    """

    words: str
    head: str = ""
    body: str = ""
    author: str = ""
    stamp: str = ""
    at: datetime | None = None
    id: str = ""
    left: Left | None = None

    def line(self, *, named: bool) -> str:
        """As it stood; unless `named`, a sign stands in the place of the author in its head."""
        hides = self.author and not named
        head = self.head.replace(self.author, NAMELESS) if hides else self.head
        return f"{head}\n{self.body}" if head and self.body else head or self.body


NAMELESS = "…"

PRIVATE = Message("", left=Left.PRIVATE)
"""All that is kept of a message that was not for everybody."""
