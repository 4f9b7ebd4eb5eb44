"""Recognise: what a text or a sheet may be, with what speaks for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gweithdy.domain.problem import N_, Phrase
from gweithdy.exchange.incoming.columns import table_of
from gweithdy.exchange.incoming.forms import is_forms
from gweithdy.exchange.incoming.mentimeter import is_mentimeter
from gweithdy.exchange.incoming.messages import Form
from gweithdy.exchange.incoming.separated import separated, separator_of
from gweithdy.exchange.incoming.slido import is_slido
from gweithdy.exchange.incoming.tables import Row
from gweithdy.exchange.incoming.teams_chat import count_heads
from gweithdy.exchange.incoming.transcript import is_transcript
from gweithdy.exchange.incoming.zoom_chat import is_head

SHEETS = (".csv", ".tsv")
SEPARATED_BY = {"\t": N_("tab"), ";": N_("semicolon"), ",": N_("comma"), "|": N_("bar")}
SCARCE = 30
"""A chat has at least one head in so many lines; a list of words may hold what looks like one."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is taken for a kind of file: a catalogue text with its values."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fit:
    """A kind of file that something may be, and what speaks for it; without one, it is tried."""

    form: Form
    reasons: tuple[Reason, ...] = ()


OF_TEXTS = (
    Form.LINES, Form.ZOOM_CHAT, Form.TEAMS_CHAT, Form.TABLE, Form.FORMS, Form.MENTIMETER,
    Form.SLIDO, Form.TRANSCRIPT,
)  # fmt: skip
OF_SHEETS = (Form.TABLE, Form.FORMS, Form.MENTIMETER)

_SHEETS: tuple[tuple[Form, Callable[[Sequence[Row]], bool], str], ...] = (
    (Form.MENTIMETER, is_mentimeter, N_("It has a column “Voter”, and the date of each answer.")),
    (Form.FORMS, is_forms, N_("Its answers are numbered, and say when they were sent.")),
)


def fits_of_text(text: str, name: str = "") -> list[Fit]:
    """All that a text can be read as, the likeliest first; `name` is that of its file."""
    found: list[Fit] = []
    if is_transcript(text):
        found.append(_fit(Form.TRANSCRIPT, N_("Its lines have times with “-->” between.")))
    elif is_slido(text):
        found.append(_fit(Form.SLIDO, N_("It is JSON, with a “text” in it.")))
    else:
        found = _chats(text) or _tables(text, name)
    if not found:
        found.append(_fit(Form.LINES, N_("It is none of the other kinds: a card for each line.")))
    return _with_others(found, OF_TEXTS)


def fits_of_rows(rows: Sequence[Row]) -> list[Fit]:
    """All that a sheet can be read as, the likeliest first."""
    found = _known_sheets(rows)
    found.append(_fit(Form.TABLE, N_("It is a workbook.")))
    return _with_others(found, OF_SHEETS)


def _chats(text: str) -> list[Fit]:
    filled = [line for line in text.splitlines() if line.strip()]
    zoom, teams = sum(map(is_head, filled)), count_heads(text)
    found: list[tuple[int, Fit]] = []
    if zoom * SCARCE >= max(1, len(filled)):
        message = N_("Lines that say when, from whom and to whom, as Zoom writes them: {n}")
        found.append((zoom, _fit(Form.ZOOM_CHAT, message, n=zoom)))
    if teams * SCARCE >= max(1, len(filled)):
        message = N_("Names with the time of a message, as Teams copies them: {n}")
        found.append((teams, _fit(Form.TEAMS_CHAT, message, n=teams)))
    return [fit for _, fit in sorted(found, key=lambda each: -each[0])]


def _tables(text: str, name: str) -> list[Fit]:
    ending, separator = Path(name).suffix.lower(), separator_of(text)
    is_sheet = ending in SHEETS
    if not separator:
        message = N_("Its name ends so: {ending}")
        return [_fit(Form.TABLE, message, ending=ending)] if is_sheet else []
    rows = separated(text, separator)
    widths = {len(row) for row in rows if row}
    # Commas are in most sentences, semicolons in some.
    is_even = len(rows) > 1 and len(widths) == 1 and any(table_of(rows).headings)
    found = _known_sheets(rows)
    if is_sheet or separator in "\t|" or is_even:
        message = N_("Its lines have columns, with a {sign} between.")
        found.append(_fit(Form.TABLE, message, sign=Phrase(SEPARATED_BY[separator])))
    return found


def _known_sheets(rows: Sequence[Row]) -> list[Fit]:
    return [_fit(form, reason) for form, is_one, reason in _SHEETS if is_one(rows)]


def _with_others(found: list[Fit], forms: Sequence[Form]) -> list[Fit]:
    there = [fit.form for fit in found]
    return found + [Fit(form) for form in forms if form not in there]


def _fit(form: Form, message: str, **values: object) -> Fit:
    return Fit(form, (Reason(message, values),))
