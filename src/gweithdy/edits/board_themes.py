"""The verbs of themes: group cards, rename, colour, move, nest, merge, take apart."""

from collections.abc import Sequence

from gweithdy.domain.arrange import cards_in
from gweithdy.domain.board import Card, Lane, Theme, ThemeRole
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text, Typed
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_cards import left_behind
from gweithdy.edits.changes import about, created, removed, resolved, updated
from gweithdy.edits.checks import check_text, keeps_words, living
from gweithdy.edits.order import placed
from gweithdy.edits.votes import votes_moved

_NO_NAME = N_("Type a name for the theme first.")
_NO_CARDS = N_("Choose the cards for the theme first.")


def group(workshop: Workshop, ids: Sequence[Id], name: Text) -> Edit:
    """Cards into a new theme, which stands in the lane of the first of them.

    Cards of one theme are split off from it: the new one stands right after it, beside it.
    """
    check_text(name, _NO_NAME)
    cards = [living(workshop, Card, id) for id in ids]
    if not cards:
        raise Problem(_NO_CARDS)
    lane, beside = cards[0].lane, _only_theme(workshop, cards)
    if beside:
        order, changes = _after(workshop, beside)
        lane = beside.lane
    else:
        order, changes = at_end(workshop.inside(Theme, lane)), []
    theme = Theme(
        id=new_id(),
        session=workshop.id,
        lane=lane,
        title=name,
        parent=beside.parent if beside else "",
        order=order,
    )
    changes += created(theme)
    for place, card in enumerate(cards, 1):
        changes += updated(card, lane=lane, theme=theme.id, order=place * STEP)
        changes += left_behind(workshop, card, lane)
    label = N_("Split a theme") if beside else N_("Group cards")
    return Edit(label, tuple(changes), workshop.id, about=name)


def ungroup(workshop: Workshop, theme: Id) -> Edit:
    """A theme goes; its cards stay in the lane, after those that are loose already.

    A card that stands in another theme too stays there, and themes inside it stand alone.
    """
    found = living(workshop, Theme, theme)
    order = at_end(cards_in(workshop, found.lane, ""))
    changes: list[Change] = list(removed(found))
    for place, card in enumerate(_all_of(workshop, found)):
        others = _living_themes(workshop, card.also_in, but=theme)
        if others:
            there, first = at_end(cards_in(workshop, others[0].lane, others[0].id)), others[0]
            changes += updated(
                card,
                lane=first.lane,
                theme=first.id,
                also_in=_ids(others[1:]),
                order=there + place * STEP,
            )
            changes += left_behind(workshop, card, first.lane)
        else:
            changes += updated(card, theme="", order=order + place * STEP)
    changes += _leaving(workshop, theme)
    for inside in children(workshop, theme):
        changes += updated(inside, parent="")
    return Edit(N_("Ungroup a theme"), tuple(changes), workshop.id, about=found.title)


def rename_theme(workshop: Workshop, theme: Id, title: Text | Typed) -> Edit:
    """Another name for a theme, in either language."""
    found = living(workshop, Theme, theme)
    keeps_words(found, {"title": title}, "title", _NO_NAME)
    about = resolved(found, {"title": title})["title"]
    return Edit(N_("Rename a theme"), updated(found, title=title), workshop.id, about=about)


def colour_theme(workshop: Workshop, theme: Id, role: ThemeRole) -> Edit:
    """Another colour for a theme."""
    found = living(workshop, Theme, theme)
    return Edit(N_("Colour a theme"), updated(found, role=role), workshop.id, about=found.title)


def move_theme(workshop: Workshop, theme: Id, lane: Id, before: Id = "") -> Edit:
    """A theme with all inside it to a lane, before the theme `before` or at the end.

    It comes to stand inside the theme in which `before` stands, if it has none inside it.
    """
    living(workshop, Lane, lane)
    moving = living(workshop, Theme, theme)
    inside = children(workshop, theme)
    besides = {theme, *_ids(inside)}
    staying = [t for t in workshop.inside(Theme, lane) if t.id not in besides]
    index = next((i for i, t in enumerate(staying) if t.id == before), len(staying))
    next_one = staying[index] if index < len(staying) else None
    parent = next_one.parent if next_one and not inside else ""
    (order,), room = placed(staying, index)
    changes = [*room, *_with_cards(workshop, [moving, *inside], lane)]
    changes += updated(moving, lane=lane, order=order, parent=parent)
    return Edit(N_("Move a theme"), tuple(changes), workshop.id, about=moving.title)


def nest_theme(workshop: Workshop, theme: Id, under: Id) -> Edit:
    """A theme inside another one, as the last there; "" lets it stand alone again."""
    moving = living(workshop, Theme, theme)
    if not under:
        changes = updated(moving, parent="")
        return Edit(N_("Move a theme"), changes, workshop.id, about=moving.title)
    above = living(workshop, Theme, under)
    if theme in (under, above.parent):
        raise Problem(N_("A theme cannot stand inside itself."))
    if _parent(workshop, above) or children(workshop, theme):
        raise Problem(N_("Themes go one inside another once, and no deeper."))
    order = at_end(workshop.inside(Theme, above.lane))
    changes = tuple(_with_cards(workshop, [moving], above.lane))
    changes += updated(moving, lane=above.lane, parent=under, order=order)
    return Edit(N_("Put a theme inside another"), changes, workshop.id, about=moving.title)


def merge_themes(workshop: Workshop, ids: Sequence[Id]) -> Edit:
    """One theme of these, the first of them: cards, votes and themes inside follow."""
    themes = [living(workshop, Theme, id) for id in dict.fromkeys(ids)]
    if len(themes) < 2:
        raise Problem(N_("Choose two themes or more."))
    # What stands inside one of the others cannot take it in.
    kept = next((t for t in themes if any(o.parent == t.id for o in themes)), themes[0])
    others = [each for each in themes if each is not kept]
    gone = {each.id for each in others}
    changes: list[Change] = []
    order = at_end(cards_in(workshop, kept.lane, kept.id))
    moved = [card for each in others for card in _all_of(workshop, each)]
    for place, card in enumerate(moved):
        also = tuple(id for id in card.also_in if id not in gone and id != kept.id)
        changes += updated(
            card, lane=kept.lane, theme=kept.id, also_in=also, order=order + place * STEP
        )
        changes += left_behind(workshop, card, kept.lane)
    for card in workshop.of(Card):
        if gone & set(card.also_in) and card.theme not in gone:
            also = tuple(dict.fromkeys(kept.id if id in gone else id for id in card.also_in))
            changes += updated(card, also_in=tuple(id for id in also if id != card.theme))
    above = kept.id if not _parent(workshop, kept) else kept.parent
    for each in others:
        for inside in children(workshop, each.id):
            if inside.id not in gone and inside is not kept:
                changes += _with_cards(workshop, [inside], kept.lane)
                changes += updated(inside, parent=above, lane=kept.lane)
        changes += removed(each)
    changes += votes_moved(workshop, [each.id for each in others], kept.id)
    return Edit(N_("Merge themes"), tuple(changes), workshop.id, about=kept.title)


def also_in(workshop: Workshop, ids: Sequence[Id], theme: Id) -> Edit:
    """Cards into one more theme; what stands in none yet has it as its first."""
    found = living(workshop, Theme, theme)
    cards = [living(workshop, Card, id) for id in ids]
    changes: list[Change] = []
    order = at_end(cards_in(workshop, found.lane, theme))
    for place, card in enumerate(cards):
        if not workshop.find(Theme, card.theme):
            changes += updated(card, lane=found.lane, theme=theme, order=order + place * STEP)
            changes += left_behind(workshop, card, found.lane)
        elif theme != card.theme:
            changes += updated(card, also_in=tuple(dict.fromkeys((*card.also_in, theme))))
    return Edit(
        N_("Into one more theme"), tuple(changes), workshop.id, about=about([c.text for c in cards])
    )


def out_of(workshop: Workshop, card: Id, theme: Id) -> Edit:
    """A card out of one of the themes in which it stands; it stays in the others."""
    found = living(workshop, Card, card)
    others = list(_living_themes(workshop, (found.theme, *found.also_in), but=theme))
    if theme == found.theme:
        first = others[0] if others else None
        lane = first.lane if first else found.lane
        order = at_end(cards_in(workshop, lane, first.id if first else ""))
        changes = (
            *updated(
                found,
                lane=lane,
                theme=first.id if first else "",
                also_in=_ids(others[1:]),
                order=order,
            ),
            *left_behind(workshop, found, lane),
        )
    else:
        changes = updated(found, also_in=tuple(id for id in found.also_in if id != theme))
    return Edit(N_("Take a card out of a theme"), changes, workshop.id, about=found.text)


def children(workshop: Workshop, theme: Id) -> list[Theme]:
    """The themes that stand inside one."""
    return [each for each in workshop.of(Theme) if each.parent == theme and each.id != theme]


def _parent(workshop: Workshop, theme: Theme) -> Theme | None:
    return workshop.find(Theme, theme.parent) if theme.parent else None


def _only_theme(workshop: Workshop, cards: Sequence[Card]) -> Theme | None:
    """The theme in which all of these stand, if others are left in it."""
    themes = {card.theme for card in cards}
    found = workshop.find(Theme, themes.pop()) if len(themes) == 1 else None
    left = len(cards_in(workshop, found.lane, found.id)) - len(cards) if found else 0
    return found if left > 0 else None


def _after(workshop: Workshop, theme: Theme) -> tuple[float, list[Change]]:
    """The order of a theme right after `theme`, and the changes that make room for it."""
    themes = workshop.inside(Theme, theme.lane)
    index = next(i for i, each in enumerate(themes) if each.id == theme.id) + 1
    (order,), room = placed(list(themes), index)
    return order, list(room)


def _all_of(workshop: Workshop, theme: Theme) -> list[Card]:
    """The cards of a theme in order, those too that wait, are set aside or were merged.

    They come to light again where their theme is by then.
    """
    return [card for card in workshop.inside(Card, theme.lane) if card.theme == theme.id]


def _with_cards(workshop: Workshop, themes: Sequence[Theme], lane: Id) -> list[Change]:
    """The changes that take the cards of these themes to a lane, and those inside them."""
    changes: list[Change] = []
    for theme in themes:
        for card in _all_of(workshop, theme):
            changes += updated(card, lane=lane)
            changes += left_behind(workshop, card, lane)
        if theme is not themes[0]:
            changes += updated(theme, lane=lane)
    return changes


def _leaving(workshop: Workshop, theme: Id) -> list[Change]:
    return [
        change
        for card in workshop.of(Card)
        if theme in card.also_in and card.theme != theme
        for change in updated(card, also_in=tuple(id for id in card.also_in if id != theme))
    ]


def _living_themes(workshop: Workshop, ids: Sequence[Id], but: Id) -> list[Theme]:
    found = (workshop.find(Theme, id) for id in dict.fromkeys(ids) if id != but)
    return [theme for theme in found if theme]


def _ids(themes: Sequence[Theme]) -> tuple[Id, ...]:
    return tuple(theme.id for theme in themes)
