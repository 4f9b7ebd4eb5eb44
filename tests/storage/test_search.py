"""Words are found in every session, mutated or not."""

import sqlite3
from contextlib import closing

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.stop import Stopped
from gweithdy.language.mutations import radicals
from gweithdy.storage import search
from gweithdy.storage.library import Hit, Library
from gweithdy.storage.search import FORMAT, SearchIndex, fts_queries


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("y rwystrau mawr", "rhwystr"),
        ("gweithio mewn phartneriaethau", "partneriaeth"),
        ("yng Nghaerdydd", "Caerdydd"),
        ("i Gaerdydd", "Caerdydd"),
        ("Caerdydd", "nghaerdydd"),
        ("y tŷ coch", "ty"),
        ("Ŵyl y Banc", "gŵyl"),
        ("a chyllid", "cyllid"),
        ("cyd-gynhyrchu da", "cydgynhyrchu"),
        ("cydgynhyrchu da", "cyd-gynhyrchu"),
        ("a’r gwasanaethau", "gwasanaeth"),
        ("Staff costs", "STAFF cost"),
    ],
)
def test_what_is_asked_is_found(day: Day, words: str, asked: str) -> None:
    id = day.capture(words)
    day.capture("rhywbeth arall")
    assert day.library.search(asked) == [Hit(day.session, "card", id)]


@pytest.mark.parametrize("asked", ["", "  ", '"', "'", "* OR", "NEAR(", "!!", "x" * 5000])
def test_odd_questions_find_nothing(day: Day, asked: str) -> None:
    day.capture("rhywbeth")
    assert day.library.search(asked) == []


def test_the_index_follows_what_is_written(day: Day) -> None:
    id = day.capture("trafnidiaeth")
    assert day.library.search("trafnidiaeth")
    day.rewrite(id, "iechyd")
    assert not day.library.search("trafnidiaeth")
    assert day.reopen().search("iechyd")
    day.library.write(day.edit("card", id, deleted=True))
    assert not day.library.search("iechyd")
    day.library.write(day.edit("card", id, deleted=False))
    assert [hit.id for hit in day.library.search("iechyd")] == [id]


def test_sessions_and_series_are_found_by_title(day: Day) -> None:
    series = new_id()
    made = (
        Change("series", series, "deleted", False),
        Change("series", series, "title.en.words", "Learning"),
    )
    day.library.write(Edit("New series", made))
    assert day.library.search("gweledigaeth") == [Hit(day.session, "session", day.session)]
    assert day.library.search("learning") == [Hit("", "series", series)]


def test_nothing_of_a_deleted_session_is_found(day: Day) -> None:
    day.capture("trafnidiaeth")
    assert day.library.search("trafnidiaeth")
    day.library.write(day.edit("session", day.session, deleted=True))
    assert day.library.search("trafnidiaeth") == []


def test_no_more_than_asked_for(day: Day) -> None:
    for number in range(20):
        day.capture(f"cerdyn {number}")
    assert len(day.library.search("cerdyn", limit=5)) == 5


def test_a_damaged_index_is_made_anew(day: Day) -> None:
    day.capture("trafnidiaeth")
    assert day.library.search("trafnidiaeth")
    day.library.close()
    index = day.path.with_name(day.path.name + ".search")
    index.write_bytes(b"rubbish" * 1000)
    assert len(day.reopen().search("trafnidiaeth")) == 1


def test_where_no_index_can_be_written_memory_serves(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    connecting = search.connect

    def full(target: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
        if target != ":memory:":
            raise sqlite3.OperationalError("database or disk is full")
        return connecting(target, pragmas)

    monkeypatch.setattr(search, "connect", full)
    id = day.capture("trafnidiaeth")
    assert day.library.search("trafnidiaeth") == [Hit(day.session, "card", id)]
    day.rewrite(id, "iechyd")
    assert day.library.search("iechyd") == [Hit(day.session, "card", id)]


def test_an_index_of_another_library_is_made_anew(day: Day) -> None:
    day.capture("trafnidiaeth")
    copy = day.library.back_up("timed")
    assert copy
    day.capture("iechyd")
    assert day.library.search("iechyd")
    day.library.close()
    # An older file in its place: the index knows of more than there is.
    day.path.write_bytes(copy.read_bytes())
    day.reopen()
    # Then as many changes as before, but others.
    day.capture("addysg")
    assert day.library.search("iechyd") == []
    assert len(day.library.search("trafnidiaeth")) == len(day.library.search("addysg")) == 1
    day.library.close()
    day.path.write_bytes(copy.read_bytes())
    day.reopen()
    assert day.library.search("addysg") == []
    assert len(day.library.search("trafnidiaeth")) == 1


def test_a_new_library_answers_nothing_of_the_one_that_was_there(day: Day) -> None:
    day.capture("rhywbeth")
    assert day.library.search("rhywbeth")
    day.library.close()
    for part in day.path.parent.glob(day.path.name + "*"):
        if part.is_file() and not part.name.endswith(".search"):
            part.unlink()
    day.library = Library.open(day.path, anew=True)
    assert day.library.search("rhywbeth") == []


def test_an_index_of_another_format_is_made_anew(day: Day) -> None:
    day.capture("trafnidiaeth")
    assert day.library.search("trafnidiaeth")
    day.library.close()
    with closing(sqlite3.connect(day.path.with_name(day.path.name + ".search"))) as index:
        index.execute("DELETE FROM entry")
        index.execute(f"PRAGMA user_version={FORMAT - 1}")
        index.commit()
    assert len(day.reopen().search("trafnidiaeth")) == 1


def test_what_a_text_is_besides_its_words_is_not_found(day: Day) -> None:
    id = day.capture("trafnidiaeth")
    state = Change("card", id, "text.en.state", "reviewed")
    day.library.write(Edit("Test", (state,), day.session))
    assert day.library.search("cy") == day.library.search("reviewed") == []


def test_short_words_do_not_begin_longer_ones() -> None:
    assert fts_queries("ar") == ['("ar")', '("ar" OR "gar")']
    assert fts_queries("rhwystr") == ['("rhwystr")', '("rhwystr"*)']
    assert fts_queries("  ") == []


REQUIRED = (
    ("rhwystr", "rwystrau"),
    ("partneriaeth", "phartneriaethau"),
    ("Caerdydd", "Nghaerdydd"),
)
"""What is asked, and a form of it in what was said."""


@pytest.mark.parametrize(("asked", "form"), REQUIRED)
def test_the_three_required_questions_both_ways(day: Day, asked: str, form: str) -> None:
    plain, other = day.capture(f"am {asked} mawr"), day.capture(f"yr hen {form} yno")
    assert {hit.id for hit in day.library.search(asked)} == {plain, other}
    # From a form with an ending only those with that ending follow: less is not more.
    back = {hit.id for hit in day.library.search(form)}
    assert other in back
    assert plain in back or not asked.casefold().startswith(radicals(form)[-1])


SOFT = {"rh": "r", "ll": "l", "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"}
NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
NOUNS = (
    "pentref", "plant", "polisi", "tref", "trafnidiaeth", "teulu", "cyngor", "cyllid",
    "cludiant", "cymuned", "bwrdd", "busnes", "bws", "diwylliant", "dinas", "data", "gwasanaeth",
    "gofal", "gardd", "grant", "mudiad", "meddyg", "llyfrgell", "llais", "lle", "rhwystr",
    "rhaglen", "rhiant", "pobl", "teithio", "cartref", "budd", "digidol", "glo", "melin",
    "llwybr",
)  # fmt: skip


def mutated(word: str) -> list[str]:
    """Every mutated form of `word`, worked out from the rules of the grammar."""
    found = []
    for kind in (SOFT, NASAL, ASPIRATE):
        start = next((each for each in kind if word.startswith(each)), None)
        if start is not None and not (start in "lr" and word[1:2] in "lh"):
            found.append(kind[start] + word[len(start) :])
    return found


def test_every_mutated_form_is_found_from_every_other_form(day: Day) -> None:
    said = {word: day.capture(f"mae {word} yma") for word in NOUNS}
    pairs = [(word, form) for word in NOUNS for form in mutated(word)]
    forms = {form: day.capture(f"dyna {form} wedyn") for _, form in pairs}
    assert len(pairs) > 70
    for word, form in pairs:
        assert forms[form] in {hit.id for hit in day.library.search(word)}, (word, form)
        assert said[word] in {hit.id for hit in day.library.search(form)}, (form, word)


def test_the_word_in_any_mutation_comes_first_then_longer_ones(day: Day) -> None:
    word = day.capture("cyngor")
    mutated = day.capture("i gyngor")
    longer = day.capture("y cyngorau")
    found = [hit.id for hit in day.library.search("cyngor")]
    assert (set(found[:2]), found[2:]) == ({word, mutated}, [longer])


def test_one_session_alone_can_be_searched(day: Day) -> None:
    id = day.capture("trafnidiaeth")
    assert [hit.id for hit in day.library.search("trafnidiaeth", session=day.session)] == [id]
    assert day.library.search("trafnidiaeth", session=new_id()) == []


def test_what_was_taken_in_before_a_stop_is_kept(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        day.capture(f"cerdyn {number}")
    taken: list[int] = []
    take_in = search._take_in

    def two_pieces(index: object, library: object, since: int, upto: int) -> None:
        if len(taken) == 2:
            raise Stopped
        taken.append(upto)
        take_in(index, library, since, upto)

    monkeypatch.setattr(search, "AT_ONCE", 2)
    with monkeypatch.context() as patch:
        patch.setattr(search, "_take_in", two_pieces)
        with pytest.raises(Stopped):
            day.library.search("cerdyn")
    pieces: list[int] = []
    monkeypatch.setattr(
        search, "_take_in", lambda *those: (pieces.append(those[2]), take_in(*those))
    )
    day.reopen()
    assert len(day.library.search("cerdyn")) == 6
    assert pieces[0] == taken[-1] > 0
    assert pieces == sorted(set(pieces))


def test_things_are_read_alone_and_only_while_they_are_there(day: Day) -> None:
    one, two, gone = (day.capture(words) for words in ("un", "dau", "tri"))
    day.library.write(day.edit("card", gone, deleted=True))
    wanted = [("card", one), ("session", day.session), ("card", gone), ("card", new_id())]
    found = day.library.things(wanted)
    assert found.keys() == {one, day.session}
    workshop = day.library.workshop(day.session)
    assert [found[one], found[day.session]] == [workshop.get(Card, one), workshop.session]
    assert two not in found


def test_the_index_can_be_kept_in_memory(day: Day) -> None:
    id = day.capture("trafnidiaeth")
    index = SearchIndex(None)
    with day.library._reading.connect() as connection:
        assert [hit.id for hit in index.find(connection, "drafnidiaeth", 9, ())] == [id]
    index.close()
    assert day.library.workshop(day.session).find(Card, id)
