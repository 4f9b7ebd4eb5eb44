"""Files for translators: what goes out comes back, from every kind of file."""

import csv
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import texts, words, workshops
from tests.exchange.sent_out import DEMOS, out, purpose

from gweithdy.domain.board import Board, Lane
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, Translation, fingerprint, said
from gweithdy.domain.translating import ReturnedFile, Unit, due, units, writable
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import Arrival, bring_back
from gweithdy.exchange.translations.files import KINDS, read_translations, write_translations
from gweithdy.exchange.translations.outgoing import Outgoing, note

ENDINGS = (".xlf", ".docx", ".csv")


def came_back(workshop: Workshop, path: Path) -> Arrival:
    return bring_back(workshop, read_translations(path))


Fill = Callable[[Unit], str]


def fill(path: Path, some: list[Unit], words: Fill) -> None:
    """Write `words` of each text into its cell, as a program other than ours would."""
    told = {unit.id: words(unit) for unit in some}
    match path.suffix:
        case ".xlf":
            fill_xliff(path, told)
        case ".docx":
            fill_word(path, told)
        case ".csv":
            fill_sheet(path, told)


def fill_xliff(path: Path, told: dict[str, str]) -> None:
    from translate.storage.xliff import xlifffile

    file = xlifffile.parsefile(str(path))
    for unit in file.units:
        unit.target = told[unit.getid().rpartition("\x04")[2]]
    file.savefile(str(path))


def fill_word(path: Path, told: dict[str, str]) -> None:
    document = docx.Document(str(path))
    [table] = document.tables
    for row in table.rows[1:]:
        cells = row.cells
        cells[2].text = told[cells[0].text[: -len(".00000000.00000000")]]
    document.save(str(path))


def fill_sheet(path: Path, told: dict[str, str]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for row in rows[1:]:
        row[2] = told[row[0][: -len(".00000000.00000000")]]
    # LibreOffice writes no mark, and only the line feed.
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("workshop", DEMOS, ids=["vision", "learning"])
def test_the_demonstration_comes_back(
    tmp_path: Path, workshop: Workshop, language: Language, ending: str
) -> None:
    path = tmp_path / f"out{ending}"
    some = units(workshop, language)
    path.write_bytes(write_translations(out(workshop, language), path))
    untouched = came_back(workshop, path)
    assert (untouched.taken, untouched.refused, untouched.left) == ((), (), len(some))
    fill(path, some, lambda unit: f"{unit.original} –\n“ŵŷ” & <b>")
    found = came_back(workshop, path)
    assert found.refused == ()
    assert len(found.taken) == len(some)
    here = workshop.copy()
    here.take(found.edit)
    for before, now in zip(some, units(here, language), strict=True):
        assert now.words == f"{before.original} –\n“ŵŷ” & <b>"
        assert now.state is Translation.TRANSLATED
        assert now.text.get(language.other) == before.text.get(language.other)
    others = {row.id for row in here.everything()} - {unit.thing for unit in some}
    assert all(here.named(type(r).__name__.lower(), r.id) == r
               for r in workshop.everything() if r.id in others)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(workshops(2), st.sampled_from(Language), st.sampled_from(ENDINGS))
def test_any_session_goes_out_and_comes_back_as_it_was(
    made: tuple[Workshop, object], language: Language, ending: str
) -> None:
    workshop, _ = made
    write, read = KINDS[ending]
    data = write(out(workshop, language))
    back = read(data)
    found = bring_back(workshop, back)
    some = units(workshop, language)
    assert [row.id for row in back.rows] == [unit.id for unit in some]
    for row, unit in zip(back.rows, some, strict=True):
        # What is no more than a copy of the original counts as not filled in.
        assert row.words == unit.words or (not row.words and unit.words == unit.original)
    assert [row.original for row in back.rows] == [unit.original for unit in some]
    assert [row.stamp for row in back.rows] == [unit.stamp for unit in some]
    assert not found.edit
    assert found.refused == ()


@settings(max_examples=60, deadline=None)
@given(texts(empty=False), words(1), st.sampled_from(ENDINGS))
def test_any_words_come_back(text: Text, said_there: str, ending: str) -> None:
    """Whatever a translator writes beside whatever was said."""
    language = text.target
    write, read = KINDS[ending]
    alone = Text(text.cy, original="cy") if language == "en" else Text(en=text.en, original="en")
    there = purpose(alone.having(language, said_there))
    [row] = [row for row in read(write(out(there, language))).rows if ".purpose." in row.id]
    assert row.words == writable(said_there)
    assert row.original == writable(text.get(language.other))


def test_only_what_is_due_stands_in_a_file(tmp_path: Path) -> None:
    for workshop in DEMOS:
        some = due(units(workshop, Language.CY))
        path = tmp_path / "due.csv"
        path.write_bytes(write_translations(Outgoing(workshop.session, Language.CY, some), path))
        assert {row.id for row in read_translations(path).rows} == {unit.id for unit in some}


def test_a_translator_is_told_which_words_nobody_reads_in_the_pack() -> None:
    told = {unit.declared.printed != "": note(unit) for unit in units(DEMOS[0], Language.CY)}
    assert told.keys() == {True, False}
    assert not told[True].endswith(")")
    assert told[False].endswith("(dim ei angen ar gyfer y pecyn / not needed for the pack)")


def test_a_file_of_another_session_is_refused(tmp_path: Path) -> None:
    for ending in ENDINGS:
        path = tmp_path / f"out{ending}"
        path.write_bytes(write_translations(out(DEMOS[0], Language.EN), path))
        with pytest.raises(Problem, match="another session"):
            came_back(DEMOS[1], path)


def test_other_endings_and_files_that_are_too_large_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"\.xlf"):
        write_translations(out(DEMOS[0], Language.EN), tmp_path / "a.pdf")
    with pytest.raises(Problem, match=r"\.xlf"):
        read_translations(tmp_path / "a.pdf")
    with pytest.raises(Problem, match="cannot be read"):
        read_translations(tmp_path / "none.csv")
    large = tmp_path / "large.csv"
    large.write_bytes(b"ID,Cymraeg,English\n" * 1_000_000)
    with pytest.raises(Problem, match="larger than 16 MB"):
        read_translations(large)


def test_a_basis_is_that_of_the_words_themselves() -> None:
    """Not of what a file can hold of them: they would all be stale."""
    there = purpose(said("a\uffffb", "cy"))
    for ending in ENDINGS:
        write, read = KINDS[ending]
        found = read(write(out(there, Language.EN)))
        rows = [row._replace(words="c", state=None) for row in found.rows if "purpose" in row.id]
        here = there.copy()
        here.take(bring_back(there, ReturnedFile(tuple(rows))).edit)
        assert here.session.purpose.en.basis == fingerprint("a\uffffb")
        assert here.session.purpose.state("en") is Translation.TRANSLATED


@pytest.mark.parametrize("ending", KINDS)
def test_letters_that_no_file_can_hold_stop_nothing_that_is_said_around(ending: str) -> None:
    """They may stand in the title of the session, and in what a text stands in."""
    session = Session(id=new_id(), title=said("Diwr\uffffnod", "cy"))
    board = Board(id=new_id(), session=session.id, title=said("Bwrdd\ufffe", "cy"))
    lane = Lane(id=new_id(), session=session.id, board=board.id, title=said("Pam?", "cy"))
    workshop = Workshop(session, [board, lane])
    write, read = KINDS[ending]
    found = read(write(out(workshop, Language.EN)))
    assert [row.original for row in found.rows] == ["Diwrnod", "Bwrdd", "Pam?"]
