"""The verbs of similar cards: merge them into one, split that back, say that they are not similar.

Nothing that was said is lost: the merged card is a new one that stands for its originals.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from gweithdy.domain.board import Card, CardKind, Lane, Theme, of_kinds
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.merging import covered, parts
from gweithdy.domain.naming import hidden_fields, naming_of
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.released import strictest
from gweithdy.domain.text import Language, Text, Translation
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_cards import left_behind
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import check_text, living
from gweithdy.edits.votes import votes_back, votes_moved

TOO_FEW = N_("Choose two cards or more that say the same.")


def merge_cards(workshop: Workshop, ids: Sequence[Id]) -> Edit:
    """One card in the place of these, where the first of them stands; they are kept under it.

    Where that one is loose, it stands in the first theme of the others.

    It has the words of all in both languages, each once, all their kinds, themes and votes; where,
    when and by whom they were said, if that is the same of all, and else the originals tell.
    """
    cards = _to_merge(workshop, ids)
    first, said = cards[0], {card.said_by for card in cards}
    themes = list(dict.fromkeys(t for card in cards for t in (card.theme, *card.also_in) if t))
    theme = next(iter(themes), "")
    home = workshop.find(Theme, theme)
    text = together([card.text for card in cards])
    check_text(text, TOO_FEW)
    merged = Card(
        id=new_id(),
        session=workshop.id,
        lane=home.lane if home else first.lane,
        theme=theme,
        also_in=tuple(each for each in themes if each != theme),
        text=text,
        source=_shared(card.source for card in cards),
        captured=_earliest(cards),
        noted_by=_shared(card.noted_by for card in cards),
        said_by=said.pop() if len(said) == 1 else "",
        made_of=tuple(card.id for card in cards),
        standing=strictest(cards),
        order=first.order,
        **of_kinds(_kinds(cards)),
    )
    # What its board does not keep of who said something is not kept of this either.
    merged = replace(merged, **hidden_fields(naming_of(workshop, merged.lane)))
    changes = (*created(merged), *votes_moved(workshop, merged.made_of, merged.id))
    return Edit(N_("Merge cards"), changes, workshop.id, about=text)


def unmerge(workshop: Workshop, card: Id) -> Edit:
    """A merged card goes, and the cards of which it was made are seen again with their votes.

    Each is where it was; one whose place has gone since comes to where the merged one was.
    """
    found = living(workshop, Card, card)
    originals = parts(workshop, found)
    if not originals:
        raise Problem(N_("This card was not made of others."))
    changes: list[Change] = [*removed(found)]
    for each in originals:
        # What waits or was set aside comes to light by no other way than that of everything else.
        changes += updated(each, standing=strictest([each, found]))
        if not workshop.find(Lane, each.lane):
            changes += updated(each, lane=found.lane, theme=found.theme)
            changes += left_behind(workshop, each, found.lane)
        elif each.theme and not workshop.find(Theme, each.theme):
            changes += updated(each, theme="")
    changes += votes_back(workshop, found.id, [each.id for each in originals])
    return Edit(N_("Split a merged card"), tuple(changes), workshop.id, about=found.text)


def not_similar(workshop: Workshop, ids: Sequence[Id]) -> Edit:
    """These cards are not suggested as similar to each other any more."""
    cards = [living(workshop, Card, id) for id in ids]
    if len(cards) < 2:
        raise Problem(TOO_FEW)
    changes: list[Change] = []
    for place, card in enumerate(cards[:-1], 1):
        others = (other.id for other in cards[place:])
        changes += updated(card, unlike=tuple(dict.fromkeys((*card.unlike, *others))))
    return Edit(N_("Not similar"), tuple(changes), workshop.id, about=cards[0].text)


def together(texts: Sequence[Text]) -> Text:
    """The words of all, each once and on lines of their own; said in the language of the first.

    What stands beside it in the other language is a draft: nobody has yet read the two together.
    """
    original = next((text.original for text in texts if text), str(Language.CY))
    text = Text().having(original, _lines(texts, original))
    other = str(Language(original).other)
    words = _lines(texts, other)
    return text.translated(other, words, Translation.DRAFT) if words and text else text


def _lines(texts: Iterable[Text], language: str) -> str:
    lines: dict[str, str] = {}
    for text in texts:
        words = text.get(language)
        if words:
            lines.setdefault(words.casefold().rstrip(".!?…"), words)
    return "\n".join(lines.values())


def _to_merge(workshop: Workshop, ids: Sequence[Id]) -> list[Card]:
    cards = [living(workshop, Card, id) for id in dict.fromkeys(ids)]
    hidden = covered(workshop)
    if any(card.id in hidden for card in cards):
        raise Problem(N_("One of these cards has been merged into another already."))
    if len(cards) < 2:
        raise Problem(TOO_FEW)
    return cards


def _kinds(cards: Iterable[Card]) -> list[CardKind]:
    kinds = list(dict.fromkeys(kind for card in cards for kind in card.kinds))
    # What somebody was sure of counts.
    sure: list[CardKind] = [kind for kind in kinds if kind is not CardKind.UNSURE]
    return sure or kinds


def _shared(words: Iterable[str]) -> str:
    """What is the same of all; "" if it is not."""
    different = set(words)
    return different.pop() if len(different) == 1 else ""


def _earliest(cards: Iterable[Card]) -> datetime | None:
    return min((card.captured for card in cards if card.captured), default=None)
