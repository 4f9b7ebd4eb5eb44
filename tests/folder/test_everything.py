"""The folder with everything, read back with other tools."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import StringIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import openpyxl
import pytest
import yaml
from PIL import Image
from tests.pack.builders import Day, rich_day

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, Lane
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked
from gweithdy.domain.stop import Stopped
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import running
from gweithdy.exchange.file_names import LONGEST, name_of_session, plain_name
from gweithdy.exchange.session_file import read_session
from gweithdy.folder import everything
from gweithdy.folder.everything import Moment, export_everything, files
from gweithdy.pack.writing import WRITERS

NOW = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
XHTML = "{http://www.w3.org/1999/xhtml}"


def moment(workshop: Workshop | None = None) -> Moment:
    return Moment(workshop or rich_day().workshop(), None, NOW)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_everything(moment(), tmp_path_factory.mktemp("out") / "popeth")


def index(folder: Path) -> Element:
    page: Element = html5lib.HTMLParser(strict=True).parse((folder / "index.html").read_bytes())
    return page


def linked(page: Element, language: str) -> list[str]:
    (part,) = (each for each in page.iter(f"{XHTML}section") if each.get("lang") == language)
    return [unquote(each.get("href", "")) for each in part.iter(f"{XHTML}a")]


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_every_file_is_listed_in_both_languages_and_nothing_else(folder: Path) -> None:
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    page = index(folder)
    for language in ("cy", "en"):
        listed = linked(page, language)
        assert len(listed) == len(set(listed))
        assert set(listed) == there - {"index.html"}
    assert {path.suffix for path in folder.rglob("*.*")} == {
        ".html", ".yaml", ".xlsx", ".csv", ".png", *WRITERS
    }  # fmt: skip


def test_the_index_is_welsh_first_and_says_its_languages(folder: Path) -> None:
    page = index(folder)
    assert page.get("lang") == "cy"
    parts = list(page.iter(f"{XHTML}section"))
    assert [part.get("lang") for part in parts] == ["cy", "en"]
    assert [words(next(part.iter(f"{XHTML}h1"))) for part in parts] == [
        "Dysgu gyda'n gilydd yn y tŷ",
        "Learning together",
    ]
    assert "did not agree to be named" in words(parts[1])
    # A picture in Welsh is called by its Welsh title in the English list too, and says so.
    foreign = {each.get("lang") for each in parts[1].iter(f"{XHTML}span")} - {None}
    assert foreign == {"cy"}
    assert not list(page.iter(f"{XHTML}script"))


def test_the_session_comes_back_from_the_folder(folder: Path) -> None:
    (path,) = folder.glob("*.yaml")
    assert yaml.safe_load(path.read_text("utf-8"))["gweithdy"] == 2
    assert len(read_session(path.read_bytes()).workshop.of(Block)) == 2


def test_each_list_is_there_as_csv_and_as_a_sheet(folder: Path) -> None:
    (path,) = folder.glob("*.xlsx")
    sheets = {tuple(c.value for c in s[1]): s.max_row for s in openpyxl.load_workbook(path)}
    texts = [path.read_bytes().decode("utf-8-sig") for path in folder.rglob("*.csv")]
    tables = [list(csv.reader(StringIO(text, newline=""))) for text in texts]
    assert {tuple(rows[0]): len(rows) for rows in tables} == sheets
    assert len(tables) == len(sheets) > 10


def test_boards_and_the_map_are_pictures_in_both_languages(folder: Path) -> None:
    pictures = sorted(folder.rglob("*.png"))
    for what in ("board-1", "map"):
        for language in ("cy", "en"):
            assert [p for p in pictures if f"{what}-{language}-1" in p.name]
    for path in pictures:
        with Image.open(path) as picture:
            assert picture.size == (1191, 1684)
            # Something was drawn.
            assert len(set(picture.convert("L").resize((300, 400)).tobytes())) > 10


def test_a_picture_is_called_by_the_words_alone_in_the_language_they_are_in(tmp_path: Path) -> None:
    day = Day()
    board = day.add(Board, title=said("Barriers", "en"))
    day.add(Lane, board=board.id, title=both("Beth?", "What?"))
    page = index(export_everything(moment(day.workshop()), tmp_path / "out"))
    listed = [each for each in page.iter(f"{XHTML}a") if "-cy-1.png" in each.get("href", "")]
    assert [words(each).partition(":")[0] for each in listed] == ["Barriers", "Barriers"]
    [welsh, english] = [[s.get("lang") for s in each.iter(f"{XHTML}span")] for each in listed]
    assert (welsh, english) == (["en"], ["cy"])


def test_the_same_moment_makes_the_same_bytes() -> None:
    workshop = rich_day().workshop()
    assert list(files(moment(workshop))) == list(files(moment(workshop)))


def test_lists_hold_everything_and_the_pack_keeps_back(tmp_path: Path) -> None:
    day = Day(date=date(2026, 11, 12))
    day.add(Participant, name="Aled Tudur")
    day.add(Parked, text=said("Ask Aled Tudur", "en"))
    out = export_everything(moment(day.workshop()), tmp_path / "out")
    everywhere = "".join(path.read_text("utf-8-sig") for path in out.rglob("*.csv"))
    assert everywhere.count("Aled Tudur") == 2
    from pypdf import PdfReader

    (pack,) = out.glob("*.pdf")
    printed = " ".join(page.extract_text() for page in PdfReader(pack).pages)
    assert "Aled" not in printed
    assert "name not printed" in printed
    assert "draft" in printed


def test_in_the_middle_of_the_day_the_index_says_what_is_on(tmp_path: Path) -> None:
    day = Day(date=date(2026, 7, 1), start=time(9, 30))
    day.add(Block, title=both("Croeso", "Welcome"), minutes=30)
    workshop = day.workshop()
    now = datetime(2026, 7, 1, 8, 40, tzinfo=UTC)
    workshop.take(running.start(workshop, now))
    out = export_everything(Moment(workshop, None, now), tmp_path / "out")
    welsh, english = (words(part) for part in index(out).iter(f"{XHTML}section"))
    assert "Wednesday 1 July 2026, 09:40. On now: Welcome." in english
    assert "Dydd Mercher 1 Gorffennaf 2026, 09:40" in welsh
    assert "Croeso" in welsh


HOSTILE = [
    "CON", "../../etc", "a/b\\c:d*?<b>\"|", "x\ny", "=cmd|' /C calc'!A0", "ŵ" * 300, "🙂", ".",
]  # fmt: skip


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_leads_out_of_the_folder_or_into_the_page(title: str, tmp_path: Path) -> None:
    day = rich_day()
    board = next(each for each in day.entities if noun_is_board(each))
    day.entities[day.entities.index(board)] = replace(board, title=both(title, title))
    day.session = replace(day.session, title=both(title, title))
    workshop = day.workshop()
    name = name_of_session(workshop.session, "cy", "session")
    assert len(name) <= LONGEST + len("2026-11-12-")
    out = export_everything(moment(workshop), tmp_path / name)
    assert out.parent == tmp_path
    assert [path.name for path in tmp_path.iterdir()] == [name]
    page = index(out)
    assert words(next(page.iter(f"{XHTML}h1"))) == " ".join(title.split())
    assert not list(page.iter(f"{XHTML}b"))
    assert all((out / path).is_file() for path in linked(page, "cy"))
    assert all(path.name.isascii() and len(path.name) < 80 for path in out.rglob("*"))


def noun_is_board(entity: object) -> bool:
    return type(entity).__name__ == "Board"


@pytest.mark.parametrize(
    ("words", "name"),
    [("CON", "con-1"), ("Lpt1", "lpt1-1"), ("Gŵyl y Tŷ!", "gwyl-y-ty"), ("🙂", "x"), ("..", "x")],
)
def test_names_that_every_system_takes(words: str, name: str) -> None:
    assert plain_name(words, "x") == name


def test_a_session_without_anything_in_it_is_exported_too(tmp_path: Path) -> None:
    out = export_everything(moment(Day(title=both("", "")).workshop()), tmp_path / "out")
    assert (out / "index.html").is_file()
    assert not list(out.rglob("*.png"))


@pytest.mark.parametrize("after", [0, 1, 5, 17, 25])
def test_cancel_leaves_nothing(tmp_path: Path, after: int) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    with pytest.raises(Stopped):
        export_everything(moment(), tmp_path / "out", None, cancelled)
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export_everything(moment(), tmp_path / "out", lambda *step: told.append(step))
    steps = told[-1][1]
    assert told == [(step, steps) for step in range(steps + 1)]


def test_a_fault_in_a_writer_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Iterator[None]:
        raise ZeroDivisionError

    monkeypatch.setattr(everything, "drawn", broken)
    with pytest.raises(ZeroDivisionError):
        export_everything(moment(), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
