"""The history of a card in words: what was done to it, what was there and what is."""

from collections.abc import Iterator

from gweithdy.domain.board import CARD_KIND_LABELS, Card, Lane, Theme
from gweithdy.domain.change import Origin
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.workshop import Workshop
from gweithdy.language.dates import clock, short_date
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.storage.story import Chapter

_THROUGH = {
    Origin.PHONE: N_("From a phone"),
    Origin.BUNDLE: N_("From another computer"),
    Origin.IMPORT: N_("From a file"),
    Origin.TRANSLATION: N_("From a translator's file"),
}


def head_of(words: Words, chapter: Chapter, *, named: bool) -> str:
    """When it was, who did it if that is known and may be `named`, and what was done."""
    at = chapter.at.astimezone()
    when = f"{short_date(at.date(), words.language)} {clock(at)}"
    through = words.tr(_THROUGH[chapter.origin]) if chapter.origin in _THROUGH else ""
    author = chapter.author if named else ""
    return "  ·  ".join(filter(None, (when, author, through, words.tr(chapter.label))))


def changes_of(words: Words, workshop: Workshop, before: Card | None, now: Card) -> list[str]:
    """What is different in `now`, a line each; all its words where it came into being."""
    return list(_changes(words, workshop, before, now))


def place_of(words: Words, workshop: Workshop, card: Card) -> str:
    """The lane and the theme of a card."""
    return "  ·  ".join(
        filter(None, (_lane(words, workshop, card), _theme(words, workshop, card.theme)))
    )


def _changes(words: Words, workshop: Workshop, before: Card | None, now: Card) -> Iterator[str]:
    for language in Language:
        was, now_said = before.text.get(language) if before else "", now.text.get(language)
        if was != now_said:
            yield f"{LANGUAGE_NAMES[language]}: " + _step(_quoted(was), _quoted(now_said))
    places = [place_of(words, workshop, each) if each else "" for each in (before, now)]
    if places[0] != places[1]:
        yield _step(*places)
    if before is None:
        return
    kinds = [", ".join(words.tr(CARD_KIND_LABELS[k]) for k in c.kinds) for c in (before, now)]
    sources = [source_name(words, card.source) if card.source else "" for card in (before, now)]
    themes = [
        ", ".join(filter(None, (_theme(words, workshop, id) for id in card.also_in)))
        for card in (before, now)
    ]
    for was, is_now in (kinds, sources, themes):
        if was != is_now:
            yield _step(was, is_now or "–")
    if before.deleted != now.deleted:
        yield words.tr(N_("Removed") if now.deleted else N_("Back again"))


def _step(was: str, now: str) -> str:
    return f"{was} → {now}" if was else now


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”" if words else ""


def _lane(words: Words, workshop: Workshop, card: Card) -> str:
    known = workshop.named("lane", card.lane)
    return known.title.best(words.language)[0] if isinstance(known, Lane) else ""


def _theme(words: Words, workshop: Workshop, id: Id) -> str:
    known = workshop.named("theme", id) if id else None
    return known.title.best(words.language)[0] if isinstance(known, Theme) else ""
