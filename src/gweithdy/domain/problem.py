"""Problem: something a person can act on. Everything else that goes wrong is a fault of ours."""


def N_(text: str) -> str:  # noqa: N802 - the customary gettext name, which the catalogue looks for
    """Mark `text` for the catalogue without translating it yet."""
    return text


CONTEXT_END = "\x04"
"""What gettext puts between a context and its text."""


def NC_(context: str, text: str) -> str:  # noqa: N802 - the customary gettext name, as above
    """Mark `text` like `N_`, where its English has another Welsh elsewhere."""
    return f"{context}{CONTEXT_END}{text}"


class Problem(Exception):
    """A mistake or circumstance that the person can mend; nothing has been changed.

    `message` is an English catalogue text with `{name}` places, `values` fills them after
    translation. A value that is itself a catalogue text is passed as a `Phrase`, a person's words
    in both languages as their `Text`.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values) if self.values else self.message


class Damaged(Problem):
    """Values that could not be read. What helps, a check or a backup, is on the Settings page."""


class Phrase(str):
    """A catalogue text used as a value inside another message; it is translated before use."""
