"""The verbs of moderation: which cards wait, and what is decided on them."""

from collections.abc import Sequence
from datetime import datetime

from gweithdy.domain.board import Board, Card
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.released import is_released
from gweithdy.domain.restraint import Holding, Standing, Verdict
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.text import Text, Typed, said, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import about, created, resolved, updated
from gweithdy.edits.checks import check_text, keeps_words, living
from gweithdy.edits.kept_from import made_of

_NO_REASON = N_("Say why the card is set aside. Nothing was changed.")


def hold(workshop: Workshop, board: Id, holding: Holding) -> Edit:
    """Which new cards of a board wait from now on; those that wait already go on waiting."""
    found = living(workshop, Board, board)
    changes = updated(found, holding=holding)
    return Edit(N_("Choose which cards wait"), changes, workshop.id, about=found.title)


def accept(workshop: Workshop, ids: Sequence[Id], now: datetime, by: str) -> Edit:
    """Everybody may see these cards, whether they waited or were set aside."""
    cards = [card for card in (living(workshop, Card, id) for id in ids) if not is_released(card)]
    changes: list[Change] = []
    for card in cards:
        changes += updated(card, standing=Standing.RELEASED)
        changes += created(_ruling(card, Verdict.ACCEPTED, now, by))
    label = N_("Let a card through") if len(cards) == 1 else N_("Let several cards through")
    return Edit(label, tuple(changes), workshop.id, about=about([card.text for card in cards]))


def reword(workshop: Workshop, id: Id, typed: Typed, now: datetime, by: str) -> Edit:
    """Everybody may see a card in these words alone; those that it had are kept beside.

    What was taken out must not stand in its translation, which has to be made anew.
    """
    card = living(workshop, Card, id)
    keeps_words(card, {"text": typed}, "text", N_("A card needs words; its old words were kept."))
    text: Text = resolved(card, {"text": typed})["text"]
    if text == card.text:
        return accept(workshop, [id], now, by)
    text = said(text.get(typed.language), typed.language)
    changes = list(updated(card, text=text, standing=Standing.RELEASED))
    # What somebody took out of the card stays out of what was made of it with those words.
    for each in made_of(workshop, id):
        if each.text == card.text:
            changes += updated(each, text=text)
    ruling = _ruling(card, Verdict.REWORDED, now, by, before=card.text)
    label = N_("Let a card through in other words")
    return Edit(label, (*changes, *created(ruling)), workshop.id, about=text)


def set_aside(workshop: Workshop, ids: Sequence[Id], reason: Text, now: datetime, by: str) -> Edit:
    """Nobody but whoever leads the session sees these cards any more, for this reason."""
    check_text(reason, _NO_REASON)
    cards = [living(workshop, Card, id) for id in ids]
    cards = [card for card in cards if card.standing is not Standing.ASIDE]
    if not cards:
        raise Problem(N_("Choose the cards to set aside first."))
    changes: list[Change] = []
    for card in cards:
        changes += updated(card, standing=Standing.ASIDE)
        changes += created(_ruling(card, Verdict.ASIDE, now, by, reason=reason))
    label = N_("Set a card aside") if len(cards) == 1 else N_("Set several cards aside")
    return Edit(label, tuple(changes), workshop.id, about=about([card.text for card in cards]))


def _ruling(
    card: Card,
    verdict: Verdict,
    now: datetime,
    by: str,
    *,
    reason: Text | None = None,
    before: Text | None = None,
) -> Ruling:
    return Ruling(
        id=new_id(),
        session=card.session,
        card=card.id,
        verdict=verdict,
        reason=reason or Text(),
        before=before or Text(),
        at=now,
        by=tidy(by),
    )
