"""The columns of the table of reflections."""

from gweithdy.domain.problem import N_
from gweithdy.domain.reflections import REFLECTION_LABELS, Reflection
from gweithdy.language.words import Words
from gweithdy.ui.sources import read_source, source_name
from gweithdy.ui.widgets.rows import Column


def _source(reflection: Reflection, words: Words) -> str:
    return source_name(words, reflection.source)


def _read_source(typed: str, words: Words) -> str:
    return read_source(words, typed) if typed.strip() else ""


REFLECTION_COLUMNS = (
    Column("kind", N_("Kind"), labels=REFLECTION_LABELS, width=250),
    Column("text", N_("Reflection"), width=240, stretch=1),
    Column("source", N_("Where it was said"), shown=_source, read=_read_source, width=140),
)
