"""What every verb says in the notice bar and the history: in the language of the screen."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from tests.pack.builders import rich_day

import gweithdy.edits
from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.attached import attached
from gweithdy.domain.board import Board, Card, CardKind, Lane, Theme, ThemeRole
from gweithdy.domain.change import Edit
from gweithdy.domain.decisions import Decision
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.looks import Look
from gweithdy.domain.organisation import ORGANISATION, Organisation
from gweithdy.domain.people import Participant
from gweithdy.domain.photos import Photo, Pictured
from gweithdy.domain.quotes import Parked
from gweithdy.domain.reflections import Reflection, ReflectionKind
from gweithdy.domain.replanning import Replan
from gweithdy.domain.restraint import Holding, Naming
from gweithdy.domain.sending import Sent
from gweithdy.domain.session import Series
from gweithdy.domain.stakeholders import Stakeholder, Tie, TieKind
from gweithdy.domain.text import Language, Text, Translation, Typed, both, said
from gweithdy.domain.translating import Returned, Unit
from gweithdy.domain.worklist import Line, Worklist, line_id
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.edits import (
    actions,
    agenda,
    arrived,
    board,
    board_cards,
    board_history,
    board_merging,
    board_similar,
    board_themes,
    bring_in,
    carrying,
    decisions,
    kept_from,
    looks,
    moderation,
    naming,
    organisation,
    pack,
    people,
    photos,
    quotes,
    reflections,
    rounds,
    running,
    sending,
    sessions,
    stakeholders,
    translations,
    votes,
    worklist,
)
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.notice_bar import NoticeBar
from gweithdy.ui.steps_in_words import step_words

E = TypeVar("E", bound=Entity)
NOW = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
CY, EN = "geiriau", "wording"
"""What every Welsh text and every English one here says."""
BOTH, OTHER = both(CY, EN), both(f"{CY} 2", f"{EN} 2")


@pytest.fixture
def workshop() -> Workshop:
    """One of everything, in both languages."""
    built = rich_day().workshop()
    everything = (_in_both(one) for noun in _nouns(built) for one in built.of(noun))
    return Workshop(_in_both(built.session), list(everything))


def _nouns(workshop: Workshop) -> list[type[Entity]]:
    kept = (
        Action,
        Block,
        Board,
        Card,
        Decision,
        Lane,
        Parked,
        Participant,
        Reflection,
        Stakeholder,
        Theme,
        Tie,
    )
    return [noun for noun in kept if workshop.of(noun)]


def _in_both(entity: E) -> E:
    texts = {
        name: BOTH
        for name in entity.__dataclass_fields__
        if isinstance(getattr(entity, name), Text)
    }
    return replace(entity, **texts)


def first(workshop: Workshop, noun: type[Entity]) -> str:
    return workshop.of(noun)[0].id


def two(workshop: Workshop, noun: type[Entity]) -> list[str]:
    return [each.id for each in workshop.of(noun)[:2]]


def two_themes(workshop: Workshop) -> list[str]:
    workshop.take(board_themes.group(workshop, [workshop.of(Card)[-1].id], BOTH))
    return two(workshop, Theme)


def merged(workshop: Workshop) -> tuple[Workshop, str]:
    edit = board_merging.merge_cards(workshop, two(workshop, Card))
    workshop.take(edit)
    return workshop, edit.changes[0].id


def loose(workshop: Workshop) -> list[str]:
    found = [card.id for card in workshop.of(Card) if not card.theme][:2]
    assert len(found) == 2
    return found


def in_theme(workshop: Workshop) -> tuple[str, str]:
    return next((card.id, card.theme) for card in workshop.of(Card) if card.theme)


def elsewhere(workshop: Workshop) -> tuple[list[str], str]:
    """A card, and a theme in which it is not."""
    two_themes(workshop)
    card, theme = in_theme(workshop)
    return [card], next(each.id for each in workshop.of(Theme) if each.id != theme)


def to_come(workshop: Workshop) -> Id:
    """A block that has not been on yet."""
    added = agenda.add(workshop, title=BOTH)
    workshop.take(added)
    return added.changes[0].id


def going(workshop: Workshop, *verbs: Callable[..., Edit]) -> Workshop:
    """The workshop after its day was told these."""
    workshop.take(running.clear(workshop))
    for verb in verbs:
        workshop.take(verb(workshop, NOW))
    return workshop


def emptied(workshop: Workshop) -> Workshop:
    """The workshop with nothing in its parking lot: no day ends before."""
    workshop.take(quotes.remove(workshop, Parked, [each.id for each in workshop.of(Parked)]))
    return workshop


def noted(workshop: Workshop) -> Workshop:
    """The workshop after somebody got its pack."""
    workshop.take(sending.note(workshop, "Mair Puw", 1, None, ""))
    return workshop


def with_round(workshop: Workshop) -> Id:
    """A round of the workshop, which has none yet."""
    made = rounds.add_round(workshop, BOTH)
    workshop.take(made)
    return made.changes[0].id


PICTURED = Pictured(b"jpeg", b"small", 4, 3, "IMG_1.jpg")


def photo_of(workshop: Workshop) -> str:
    """A photo with words that was put into the workshop."""
    edit = photos.add_photos(workshop, [PICTURED], NOW)
    workshop.take(edit)
    workshop.take(photos.change_photo(workshop, edit.changes[0].id, line=BOTH))
    return edit.changes[0].id


def beside(workshop: Workshop) -> Workshop:
    """The workshop after a photo was put beside its first card."""
    cards = (first(workshop, Card),)
    workshop.take(photos.change_photo(workshop, photo_of(workshop), cards=cards))
    return workshop


def waiting(workshop: Workshop) -> Workshop:
    """The workshop with its first card set aside."""
    workshop.take(moderation.set_aside(workshop, [first(workshop, Card)], BOTH, NOW, ""))
    return workshop


def looked(workshop: Workshop) -> Workshop:
    """The workshop after somebody saved a view of its board."""
    workshop.take(looks.save_look(workshop, first(workshop, Board), BOTH))
    return workshop


Verb = Callable[[Workshop], Edit]


def of_a_card(workshop: Workshop, text: Text) -> Unit:
    return Unit("card", first(workshop, Card), "text", Language.EN, text)


def came_back(workshop: Workshop) -> Returned:
    return Returned(f"card.{first(workshop, Card)}.text.en", f"{EN} 3")


def line_of(workshop: Workshop) -> Line:
    return Worklist(workshop).lines[line_id(first(workshop, Card), "text")]


DRAFTED = said(CY, "cy").having("en", EN)
TYPED = Typed(Language.CY, "Cyngor")
SERIES = Series(id=new_id(), title=BOTH)
HOUSE = Organisation(id=ORGANISATION, name=BOTH)

VERBS: dict[str, Verb] = {
    "actions.add": lambda w: actions.add(w, CY, "cy"),
    "actions.change": lambda w: actions.change(w, first(w, Action), owner="Mair"),
    "actions.remove": lambda w: actions.remove(w, first(w, Action)),
    "actions.move": lambda w: actions.move(w, first(w, Action), 1),
    "decisions.add": lambda w: decisions.add(w, CY, "cy"),
    "decisions.change": lambda w: decisions.change(w, first(w, Decision), decided_by="Mair"),
    "decisions.remove": lambda w: decisions.remove(w, first(w, Decision)),
    "decisions.move": lambda w: decisions.move(w, first(w, Decision), 1),
    "agenda.add": lambda w: agenda.add(w, title=BOTH),
    "agenda.duplicate": lambda w: agenda.duplicate(w, first(w, Block)),
    "agenda.add_usual_day": lambda w: agenda.add_usual_day(Workshop(w.session)),
    "agenda.change": lambda w: agenda.change(w, first(w, Block), minutes=7),
    "agenda.remove": lambda w: agenda.remove(w, first(w, Block)),
    "agenda.move": lambda w: agenda.move(w, first(w, Block), 1),
    "agenda.leave_out": lambda w: agenda.leave_out(w, to_come(w)),
    "agenda.replan": lambda w: agenda.replan(w, Replan({first(w, Block): 9})),
    "arrived.take_in": lambda w: arrived.take_in(
        w, [arrived.Line(CY, "cy", "mark", CY)], "", CardKind.NONE, "online", "lines", NOW
    ),
    "board.start_board": lambda w: board.start_board(Workshop(w.session)),
    "board.add_board": lambda w: board.add_board(w, BOTH),
    "board.change_board": lambda w: board.change_board(w, first(w, Board), OTHER),
    "board.remove_board": lambda w: board.remove_board(w, first(w, Board)),
    "board.add_lane": lambda w: board.add_lane(w, first(w, Board), BOTH),
    "board.change_lane": lambda w: board.change_lane(w, first(w, Lane), title=OTHER),
    "board.remove_lane": lambda w: board.remove_lane(w, first(w, Lane)),
    "board_cards.add_card": lambda w: board_cards.add_card(
        w, CY, "cy", first(w, Lane), CardKind.NONE, "room", NOW
    ),
    "board_cards.add_cards": lambda w: board_cards.add_cards(
        w, [(CY, "cy")], first(w, Lane), CardKind.NONE, "room", NOW
    ),
    "board_cards.change_card": lambda w: board_cards.change_card(
        w, first(w, Card), source="online"
    ),
    "board_cards.remove_cards": lambda w: board_cards.remove_cards(w, [first(w, Card)]),
    "board_cards.move_cards": lambda w: board_cards.move_cards(w, [first(w, Card)], first(w, Lane)),
    "board_history.back_to_words": lambda w: board_history.back_to_words(
        w, replace(w.of(Card)[0], text=OTHER)
    ),
    "board_history.back_to_place": lambda w: board_history.back_to_place(
        w, replace(w.of(Card)[0], lane=w.of(Lane)[-1].id, theme="")
    ),
    "board_merging.merge_cards": lambda w: board_merging.merge_cards(w, two(w, Card)),
    "board_merging.unmerge": lambda w: board_merging.unmerge(*merged(w)),
    "board_merging.not_similar": lambda w: board_merging.not_similar(w, two(w, Card)),
    "board_similar.into_one_theme": lambda w: board_similar.into_one_theme(w, *loose(w), BOTH),
    "board_themes.colour_theme": lambda w: board_themes.colour_theme(
        w, first(w, Theme), ThemeRole.BLUE
    ),
    "board_themes.nest_theme": lambda w: board_themes.nest_theme(w, *two_themes(w)),
    "board_themes.merge_themes": lambda w: board_themes.merge_themes(w, two_themes(w)),
    "board_themes.also_in": lambda w: board_themes.also_in(w, *elsewhere(w)),
    "board_themes.out_of": lambda w: board_themes.out_of(w, *in_theme(w)),
    "board_themes.group": lambda w: board_themes.group(w, [c.id for c in w.of(Card)[:2]], BOTH),
    "board_themes.ungroup": lambda w: board_themes.ungroup(w, first(w, Theme)),
    "board_themes.rename_theme": lambda w: board_themes.rename_theme(w, first(w, Theme), OTHER),
    "board_themes.move_theme": lambda w: board_themes.move_theme(
        w, first(w, Theme), first(w, Lane)
    ),
    "bring_in.bring_in": lambda w: bring_in.bring_in(w, None, Catalogue([]), None),
    "looks.save_look": lambda w: looks.save_look(w, first(w, Board), BOTH, votes=1),
    "looks.remove_look": lambda w: looks.remove_look(looked(w), first(w, Look)),
    "moderation.accept": lambda w: moderation.accept(waiting(w), [first(w, Card)], NOW, ""),
    "moderation.hold": lambda w: moderation.hold(w, first(w, Board), Holding.EVERYTHING),
    "moderation.reword": lambda w: moderation.reword(
        waiting(w), first(w, Card), Typed(Language.CY, f"{CY} 3"), NOW, ""
    ),
    "moderation.set_aside": lambda w: moderation.set_aside(w, [first(w, Card)], BOTH, NOW, ""),
    "naming.tighten": lambda w: naming.tighten(w, first(w, Board), Naming.ANONYMOUS),
    "organisation.change": lambda _: organisation.change(HOUSE, Catalogue(), colour="#123456"),
    "organisation.put_logo": lambda _: organisation.put_logo(
        HOUSE, Catalogue(), "cy", attached(b"x", "logo.png", "image/png"), b"x"
    ),
    "organisation.drop_logo": lambda _: organisation.drop_logo(HOUSE, Catalogue(), "cy"),
    "organisation.bring_in": lambda _: organisation.bring_in(Catalogue(), HOUSE),
    "carrying.carry_over": lambda w: carrying.carry_over(
        w, Catalogue([w.session]), [first(w, Parked)], NOW.date()
    ),
    "kept_from.park_cards": lambda w: kept_from.park_cards(w, [first(w, Card)]),
    "kept_from.quote_cards": lambda w: kept_from.quote_cards(w, [first(w, Card)]),
    "kept_from.act_on": lambda w: kept_from.act_on(w, Card, [first(w, Card)]),
    "pack.exported": lambda w: pack.exported(w.session),
    "pack.not_exported": lambda w: pack.not_exported(replace(w.session, packs=1), 1),
    "people.add": lambda w: people.add(w, "Mair Puw"),
    "people.add_all": lambda w: people.add_all(w, [{"name": "Mair Puw"}]),
    "people.name_organisation": lambda w: people.name_organisation(
        w, [first(w, Participant)], TYPED
    ),
    "people.change": lambda w: people.change(w, first(w, Participant), named=True),
    "people.change_all": lambda w: people.change_all(
        w, [p.id for p in w.of(Participant)], named=True
    ),
    "people.remove": lambda w: people.remove(w, [first(w, Participant)]),
    "people.move": lambda w: people.move(w, first(w, Participant), 1),
    "people.give_pseudonyms": people.give_pseudonyms,
    "photos.add_photos": lambda w: photos.add_photos(w, [PICTURED], NOW),
    "photos.change_photo": lambda w: photos.change_photo(w, photo_of(w), alt=OTHER),
    "photos.take_from": lambda w: photos.take_from(beside(w), w.of(Photo)[0].id, first(w, Card)),
    "photos.cards_from": lambda w: photos.cards_from(w, photo_of(w), "", NOW),
    "photos.move_photo": lambda w: photos.move_photo(w, photo_of(w), 0),
    "photos.remove_photos": lambda w: photos.remove_photos(w, [photo_of(w)]),
    "quotes.add": lambda w: quotes.add(w, Parked, [(CY, "cy")]),
    "quotes.park": lambda w: quotes.park(w, CY, "cy"),
    "quotes.change": lambda w: quotes.change(w, Parked, first(w, Parked), text=OTHER),
    "quotes.move": lambda w: quotes.move(w, Parked, first(w, Parked), 0),
    "quotes.remove": lambda w: quotes.remove(w, Parked, [first(w, Parked)]),
    "reflections.add": lambda w: reflections.add(w, CY, "cy", ReflectionKind.LEARNED),
    "reflections.change": lambda w: reflections.change(w, first(w, Reflection), source="online"),
    "reflections.remove": lambda w: reflections.remove(w, first(w, Reflection)),
    "reflections.move": lambda w: reflections.move(w, first(w, Reflection), 1),
    "rounds.add_round": lambda w: rounds.add_round(w, BOTH),
    "rounds.change_round": lambda w: rounds.change_round(w, with_round(w), budget=3),
    "rounds.close_round": lambda w: rounds.close_round(w, with_round(w)),
    "rounds.remove_round": lambda w: rounds.remove_round(w, with_round(w)),
    "running.start": lambda w: running.start(going(w), NOW),
    "running.pause": lambda w: running.pause(going(w, running.start), NOW),
    "running.resume": lambda w: running.resume(going(w, running.start, running.pause), NOW),
    "running.next_block": lambda w: running.next_block(going(w, running.start), NOW),
    "running.previous_block": lambda w: running.previous_block(
        going(w, running.start, running.next_block), NOW
    ),
    "running.finish": lambda w: running.finish(going(emptied(w), running.start), NOW),
    "running.clear": running.clear,
    "running.clock_was_set": lambda w: running.clock_was_set(
        going(w, running.start), NOW, timedelta(hours=1)
    ),
    "running.jump": lambda w: running.jump(going(w, running.start), to_come(w), NOW),
    "running.extend": lambda w: running.extend(going(w, running.start), 5),
    "sending.note": lambda w: sending.note(w, "Mair Puw", 1, None, ""),
    "sending.change": lambda w: sending.change(noted(w), w.of(Sent)[0].id, version=2),
    "sending.remove": lambda w: sending.remove(noted(w), w.of(Sent)[0].id),
    "sessions.new_session": lambda _: sessions.new_session(CY, EN),
    "sessions.change_session": lambda w: sessions.change_session(w.session, place=Text()),
    "sessions.duplicate": lambda w: sessions.duplicate(w, CY, EN),
    "sessions.from_template": lambda w: sessions.from_template(w, CY, EN),
    "sessions.delete_session": lambda w: sessions.delete_session(w.session),
    "sessions.restore_session": lambda w: sessions.restore_session(
        replace(w.session, deleted=True)
    ),
    "sessions.move_to_series": lambda w: sessions.move_to_series(w.session, SERIES.id),
    "sessions.new_series": lambda _: sessions.new_series(CY, EN),
    "sessions.change_series": lambda _: sessions.change_series(SERIES, title=OTHER),
    "sessions.delete_series": lambda _: sessions.delete_series(SERIES),
    "stakeholders.add": lambda w: stakeholders.add(w, CY, "cy"),
    "stakeholders.change": lambda w: stakeholders.change(w, first(w, Stakeholder), power=3),
    "stakeholders.place": lambda w: stakeholders.place(w, first(w, Stakeholder), 1, 2),
    "stakeholders.remove": lambda w: stakeholders.remove(w, first(w, Stakeholder)),
    "stakeholders.move": lambda w: stakeholders.move(w, first(w, Stakeholder), 1),
    "stakeholders.tie": lambda w: stakeholders.tie(
        w, first(w, Stakeholder), w.of(Stakeholder)[5].id, TieKind.FUNDS
    ),
    "stakeholders.change_tie": lambda w: stakeholders.change_tie(w, first(w, Tie), TieKind.FUNDS),
    "stakeholders.untie": lambda w: stakeholders.untie(w, first(w, Tie)),
    "translations.mark_sent": lambda w: translations.mark_sent(w, [of_a_card(w, DRAFTED)]),
    "translations.suggest": lambda w: translations.suggest(
        w, [translations.Accepted(of_a_card(w, said(CY, "cy")), EN, Translation.MACHINE)]
    ),
    "translations.take_refused": lambda w: translations.take_refused(w, came_back(w)),
    "votes.set_votes": lambda w: votes.set_votes(w, first(w, Theme), "room", 5),
    "votes.set_tallies": lambda w: votes.set_tallies(w, [(first(w, Theme), "room", 5)]),
    "votes.add_votes": lambda w: votes.add_votes(w, [first(w, Theme)], "room"),
    "votes.set_marks": lambda w: votes.set_marks(
        w, first(w, Theme), "room", {5: 2}, with_round(w), 1
    ),
    "worklist.mark": lambda w: worklist.mark(w, [line_of(w)], Translation.MACHINE),
    "worklist.put_back": lambda w: worklist.put_back(w, line_of(w), Language.CY, OTHER),
    "worklist.take": lambda w: worklist.take(w, line_of(w), f"{EN} 3"),
    "worklist.write": lambda w: worklist.write(w, line_of(w), Typed(Language.CY, f"{CY} 3")),
}

ONE_LANGUAGE = {
    "actions.add", "arrived.take_in", "board_cards.add_card", "board_cards.add_cards",
    "decisions.add", "moderation.reword", "quotes.add",
    "quotes.park", "reflections.add", "stakeholders.add",
}  # fmt: skip
"""New words, which are in one language alone; and names of people have none."""


def test_every_verb_is_tried() -> None:
    known: set[str] = set()
    for module in pkgutil.iter_modules(gweithdy.edits.__path__):
        inside = importlib.import_module(f"gweithdy.edits.{module.name}")
        functions = inspect.getmembers(inside, inspect.isfunction)
        known |= {
            f"{module.name}.{name}"
            for name, verb in functions
            if verb.__module__ == inside.__name__
            and not name.startswith("_")
            and inspect.signature(verb).return_annotation is Edit
        }
    assert known == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_what_was_done_is_said_in_the_language_of_the_screen(verb: str, workshop: Workshop) -> None:
    edit = VERBS[verb](workshop)
    welsh, english = (step_words(Words(language), edit) for language in ("cy", "en"))
    assert EN not in welsh
    assert welsh.partition(":")[0] != english.partition(":")[0], "no Welsh for what was done"
    if verb not in ONE_LANGUAGE:
        assert CY not in english
        assert (CY in welsh) is (EN in english)


def test_the_bar_follows_a_switch_of_the_language(context: Context, workshop: Workshop) -> None:
    bar = NoticeBar(context)
    for verb in ("board.add_board", "sessions.new_series", "agenda.change"):
        context.desk.saved.emit(VERBS[verb](workshop))
        assert EN in bar.text()
        assert CY not in bar.text()
        context.words.switch("cy")
        bar.retranslate()
        assert CY in bar.text()
        assert EN not in bar.text()
        context.words.switch("en")
        bar.retranslate()
    context.desk.saved.emit(quotes.park(workshop, "dim ond Cymraeg", "cy"))
    assert "dim ond Cymraeg" in bar.text(), "words that are in one language alone are shown in it"
    bar.deleteLater()
