"""The columns of the quotes and of the parking lot."""

from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import PARKED_LABELS, Parked, Quote
from gweithdy.domain.text import LANGUAGE_NAMES
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.ui.widgets.consent import CONSENT_LABELS
from gweithdy.ui.widgets.rows import Column


def _as_said(quote: Quote, words: Words) -> str:
    """A quote is shown in the language in which it was said."""
    return quote.text.original or words.language


def _language_of_quote(quote: Quote, words: Words) -> str:
    return LANGUAGE_NAMES[quote.text.best(_as_said(quote, words))[1]]


def _language_of_parked(parked: Parked, words: Words) -> str:
    return LANGUAGE_NAMES[parked.text.best(words.language)[1]]


def _source(kept: Parked | Quote, words: Words) -> str:
    return source_name(words, kept.source) if kept.source else ""


def _state(parked: Parked, words: Words) -> str:
    """What became of it; nothing of what still waits."""
    return "" if parked.waits else words.tr(PARKED_LABELS[parked.state])


def _tidy(typed: str, _words: Words) -> str:
    return typed.strip()


QUOTE_COLUMNS = (
    Column("text", N_("Text"), language=_as_said, width=240, stretch=1),
    Column("order", N_("Language"), shown=_language_of_quote, editable=False, firm=True),
    Column("speaker", N_("Said by"), read=_tidy, width=140),
    Column("named", N_("May be named"), CONSENT_LABELS, width=110),
    Column("source", N_("Where it was said"), shown=_source, editable=False),
)
PARKED_COLUMNS = (
    Column("text", N_("Text"), width=240, stretch=1),
    Column("order", N_("Language"), shown=_language_of_parked, editable=False, firm=True),
    Column("source", N_("Where it was said"), shown=_source, editable=False),
    Column("state", N_("What became of it"), shown=_state, editable=False, width=130),
)
