"""The balance of a board in sentences that can be read aloud."""

from collections.abc import Iterator
from datetime import datetime

from gweithdy.domain.balance import Balance
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.language.words import Words


def read_aloud(balance: Balance, now: datetime, words: Words) -> str:
    """One line: how much was said, and who is still to be heard."""
    return " ".join((*_how_much(balance, now, words), *_still_to_hear(balance, words)))


def _how_much(balance: Balance, now: datetime, words: Words) -> Iterator[str]:
    many = balance.many()
    if not many:
        yield words.tr(N_("Nothing has been written down on this board yet."))
        return
    yield words.ntr(
        "{n} card has been written down so far.", "{n} cards have been written down so far.", many
    )
    recent = balance.recent(now)
    if recent and recent < many:
        yield words.ntr(
            "{n} card in the last ten minutes.", "{n} cards in the last ten minutes.", recent
        )
    elif not recent:
        yield words.tr(N_("None in the last ten minutes."))


def _still_to_hear(balance: Balance, words: Words) -> Iterator[str]:
    unheard = balance.unheard()
    if unheard.tables:
        tables = ", ".join(unheard.tables)
        yield words.tr(N_("Tables that have not been heard yet: {tables}."), tables=tables)
    if unheard.online:
        yield words.tr(N_("We have not heard yet from those online."))
    for language, wished in unheard.languages:
        if language is Language.CY:
            yield words.ntr(
                "Nothing has been said in Welsh yet, and {n} person asked to use it.",
                "Nothing has been said in Welsh yet, and {n} people asked to use it.",
                wished,
            )
        else:
            yield words.ntr(
                "Nothing has been said in English yet, and {n} person asked to use it.",
                "Nothing has been said in English yet, and {n} people asked to use it.",
                wished,
            )
    if balance.many() and balance.keeps_tables and balance.tables and not unheard:
        yield words.tr(N_("Every table has been heard."))
