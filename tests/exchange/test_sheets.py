"""Sheets for translators: as other programs save them, and with nothing in them to run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.sent_out import DEMOS, out, purpose

from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, Text, Translation, Written, said
from gweithdy.domain.translating import units
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import Reason, bring_back
from gweithdy.exchange.translations.sheet import read_sheet, write_sheet
from gweithdy.formulas import guarded, unguarded

FORMULAS = ["=1+1", "+44 29", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "  =1", "\t=1", "'=1",
            "''=1", "'-", "- a point", "\u200b=1"]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_worked_out_as_a_formula(text: str) -> None:
    assert guarded(text).startswith("'")
    assert unguarded(guarded(text)) == text


@given(st.text("'=+-@＝ \t\ra", max_size=6))
def test_guarding_loses_nothing(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_a_welsh_word_may_begin_with_an_apostrophe() -> None:
    assert guarded("'Dyn ni") == unguarded("'Dyn ni") == "'Dyn ni"


def test_every_cell_of_a_sheet_is_guarded() -> None:
    there = purpose(Text(Written("=A1"), Written("@b"), "cy"))
    text = write_sheet(out(there, Language.EN)).decode("utf-8")
    assert text.startswith("\ufeffID,")
    assert "'=A1,'@b" in text


@pytest.mark.parametrize(
    ("separator", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")]
)
def test_sheets_as_other_programs_save_them(separator: str, encoding: str) -> None:
    there = purpose(said("Dŵr; tir, awyr", "cy"))
    rows = in_rows(there)
    rows[2][2] = "Water; land,\nair"
    # A column was put in front, and an empty line on top.
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(
        [[], *([str(n), *r] for n, r in enumerate(rows))]
    )
    found = bring_back(there, read_sheet(file.getvalue().encode(encoding)))
    assert [each.words for each in found.taken] == ["Water; land,\nair"]
    assert found.taken[0].state is Translation.TRANSLATED


def test_a_sheet_of_an_alphabet_without_our_letters_is_refused() -> None:
    data = write_sheet(out(purpose(said("Tŷ â tho", "cy")), Language.EN))
    for encoding in ("cp1252", "cp437"):
        with pytest.raises(Problem, match="UTF-8"):
            read_sheet(data.decode("utf-8-sig").encode(encoding, "replace"))


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"a,b\n1,2\n", b"ID,Name\nx,y\n", b"\xff\xfe", b'"']
)
def test_what_is_no_table_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(Problem, match="no table"):
        read_sheet(data)


def test_a_cell_that_no_sheet_holds_is_refused() -> None:
    with pytest.raises(Problem):
        read_sheet(b"ID,Cymraeg,English\n" + b"x" * 200_000)


def test_words_without_an_id_are_not_passed_over_in_silence() -> None:
    there = purpose(said("Dŵr", "cy"))
    data = write_sheet(out(there, Language.EN)) + b"my own,Tir,Land\r\n,,\r\n"
    found = bring_back(there, read_sheet(data))
    [refused] = found.refused
    assert (refused.row.id, refused.reason) == ("my own", Reason.UNKNOWN)


STATE_WORDS = {
    "Cymeradwywyd / Approved": Translation.REVIEWED,
    "approved": Translation.REVIEWED,
    " CYMERADWYWYD ": Translation.REVIEWED,
    "final": Translation.REVIEWED,
    "Cyfieithwyd": Translation.TRANSLATED,
    "Translated": Translation.TRANSLATED,
    "Not translated": None,
    "Draft": None,
    "": None,
}


@pytest.mark.parametrize(("said_there", "meant"), STATE_WORDS.items())
def test_states_that_people_write(said_there: str, meant: Translation | None) -> None:
    [unit] = units(purpose(said("Dŵr", "cy")), Language.EN)[1:]
    head = "Statws,English,ID,Cymraeg"
    line = f"{said_there},Water,{unit.id}.{unit.stamp},Dŵr"
    [row] = read_sheet(f"{head}\n{line}\n".encode()).rows
    assert (row.words, row.state, row.stamp) == ("Water", meant, unit.stamp)


def in_rows(there: Workshop) -> list[list[str]]:
    """The sheet that goes out, as rows of cells."""
    return list(csv.reader(io.StringIO(write_sheet(out(there, Language.EN)).decode("utf-8-sig"))))


def as_sheet(rows: list[list[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


def test_of_two_columns_of_one_name_the_first_counts() -> None:
    there = purpose(said("Dŵr", "cy"))
    head, title, row = in_rows(there)
    row[2] = "Water"
    rows = [[*head, "English, as it was"], [*title, ""], [*row, "Sea"]]
    [_, found] = read_sheet(as_sheet(rows)).rows
    assert found.words == "Water"


def test_headings_that_come_again_begin_no_second_table() -> None:
    there = purpose(said("Dŵr", "cy"))
    head, *rows = in_rows(there)
    found = read_sheet(as_sheet([head, *rows, head, *rows[:1]])).rows
    ids = [row[0].rpartition(".")[0].rpartition(".")[0] for row in (*rows, head, rows[0])]
    assert [each.id for each in found] == [*ids[:2], "ID", ids[3]]


def test_a_sheet_of_endless_rows_is_refused_before_they_are_all_read() -> None:
    data = write_sheet(out(DEMOS[0], Language.EN)) + b"a,b,c,d,e\n" * 250_000
    with pytest.raises(Problem, match="more parts"):
        read_sheet(data)
