"""Where words of the pack come from: in words, and as the way there."""

from gweithdy.domain.board import Board
from gweithdy.domain.entity import declared
from gweithdy.domain.field import Field
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.session import Session
from gweithdy.language.words import Words
from gweithdy.pack.reading import Source
from gweithdy.pack.runs import Thing
from gweithdy.ui.pages import PAGES

NAMED_IN_DIALOGS = (Board,)
"""What has no field on its page: whoever only wants to see it is asked nothing."""


def leads_to(words: Words, source: Source) -> str:
    """Where one gets: the page, and what it is there."""
    noun = NOUNS[source.thing.noun]
    field = _field(source.thing) if noun is Session else None
    what = field.label if field and field.label else noun.noun.label
    return f"{words.tr(PAGES[noun.noun.page].title)} · {words.tr(what)}"


def page_of(thing: Thing) -> str:
    """The key of the page on which it is."""
    return NOUNS[thing.noun].noun.page


def path_of(source: Source) -> str:
    """The field in which it stands, as "title.en", or "date" for one without words; "" for none."""
    field = _field(source.thing)
    if not field:
        return ""
    return f"{field.name}.{source.language}" if field.translated else field.name


def _field(thing: Thing) -> Field | None:
    """The field that is meant: the one named, else the first text, but for a session none."""
    noun = NOUNS[thing.noun]
    if noun in NAMED_IN_DIALOGS or (noun is Session and not thing.field):
        return None
    if thing.field:
        return next((one for one in declared(noun) if one.name == thing.field), None)
    return next((one for one in declared(noun) if one.translated), None)
