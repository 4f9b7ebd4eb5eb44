"""How many votes a card or a theme has, and what is said where one is added."""

from collections.abc import Callable

from gweithdy.domain.arrange import home_of
from gweithdy.domain.board import Card, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.rounds import Round
from gweithdy.domain.tallies import dots_of, standing
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.votes import round_of, vote_of
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.ui.board.notes import votes_in_words

VotesOf = Callable[[Id], int]


def votes_in(workshop: Workshop) -> VotesOf:
    """What counts the votes of each card and theme of `workshop` as they are when it is asked.

    They are those of the last round that may be seen; nothing of one that is kept back.
    """
    of_cards, of_themes = standing(workshop, Card), standing(workshop, Theme)

    def votes(id: Id) -> int:
        id = home_of(id)
        return dots_of(workshop, id, of_cards if workshop.find(Card, id) else of_themes)

    return votes


def one_more(workshop: Workshop, target: Id, source: str, words: Words) -> str:
    """What the V key added: to which source, how many that one has now, and in which round."""
    in_round = round_of(workshop, target)
    vote = vote_of(workshop, target, source, in_round)
    told = {
        "source": source_name(words, source),
        "many": votes_in_words(vote.count if vote else 0, words),
    }
    if not in_round:
        return words.tr(N_("One vote more. {source}: {many}"), **told)
    title = workshop.get(Round, in_round).title.best(words.language)[0]
    message = N_("One vote more. {source}: {many}. Round: {round}")
    return words.tr(message, **told, round=title)
