"""The keys in groups, as people read them: for the sheet on F1 and for the guides."""

from collections.abc import Iterator

from gweithdy.language.words import Words
from gweithdy.ui.commands import GENERAL, PARTS, Command, groups_of, of_group
from gweithdy.ui.keystrokes import shown, shown_short
from gweithdy.ui.pages import PAGES

Group = tuple[str, list[Command]]
"""A heading, and what stands under it."""


def key_groups(words: Words, first: str = "", *, boxed: bool = False) -> Iterator[Group]:
    """The page `first`, what is for every page, then the other pages in their order.

    Before all of them the capture box, if the keyboard is `boxed` in it.
    """
    general = dict(GENERAL)
    if boxed:
        yield words.tr(general.pop("capture")), of_group("capture")
    if first:
        yield from _of_page(words, first)
    for group, title in general.items():
        yield words.tr(title), of_group(group)
    for page in PAGES:
        if page != first:
            yield from _of_page(words, page)


def keys_of(words: Words, command: Command, *, short: bool) -> str:
    """What to press, with the `short` key if it works; without any, the menu that holds it."""
    keys = [shown(words, command.id)]
    if short and command.short:
        keys.append(shown_short(words, command.id))
    return " / ".join(filter(None, keys)) or f"{words.tr(command.menu)} ▾"


def _of_page(words: Words, page: str) -> Iterator[Group]:
    for group in groups_of(page):
        title = words.tr(PAGES[page].title)
        if group != page:
            title = f"{title} · {words.tr(PARTS[page][1])}"
        if of_group(group):
            yield title, of_group(group)
