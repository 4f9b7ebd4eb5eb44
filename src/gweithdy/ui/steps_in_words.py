"""Steps in words: what was done, undone or done again, and the page on which it can be seen."""

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Owner
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.text import Text
from gweithdy.language.words import Words
from gweithdy.ui.pages import PAGES

LONGEST = 60
"""Characters of the person's own words that fit beside the label of an edit."""


def step_words(words: Words, edit: Edit) -> str:
    """An edit as people read it: what was done, and their words in this language after a colon."""
    said = edit.about
    about = said.best(words.language)[0] if isinstance(said, Text) else said
    about = about if len(about) <= LONGEST else about[: LONGEST - 1] + "…"
    about = about.replace("\n", " ")
    what = words.tr(edit.label)
    return f"{what}: {about}" if about else what


def stepped_words(words: Words, edit: Edit) -> str:
    """An edit that was undone or done again, after the page on which it can be seen."""
    page, what = page_of(edit), step_words(words, edit)
    return f"{words.tr(PAGES[page].title)} · {what}" if page else what


def page_of(edit: Edit) -> str:
    """The key of the page that shows what an edit changes; "" for none."""
    first = NOUNS[edit.changes[0].entity]
    # What is done to whole sessions is done in the library.
    in_session = bool(edit.session) or first.belongs_to is Owner.SESSION
    return first.noun.page if in_session else "library"


def done_words(words: Words, edit: Edit) -> str:
    """What was just done; without the words that the person has only just given to a new thing."""
    first = edit.changes[0]
    is_new = first.field == "deleted" and not first.value
    is_one = isinstance(edit.about, Text)
    return words.tr(edit.label) if is_new and is_one else step_words(words, edit)
