"""`gweithdy search`, and `gweithdy export` of the board, on a real library file."""

import csv
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import openpyxl
import pytest
from PIL import Image
from tests.cli.runs import VISION, Run, opened

from gweithdy.domain.board import Card
from gweithdy.domain.text import both
from gweithdy.edits.moderation import set_aside
from gweithdy.storage.library import Library


def test_search_prints_session_kind_text_and_id(library: Path, gweithdy: Run) -> None:
    lines = [line.split("\t") for line in gweithdy("search", "rhwystr").out.splitlines()]
    assert lines
    assert all(len(line) == 4 for line in lines)
    workshop = opened(library)
    told = {line[3]: line[2] for line in lines if line[1] in ("Card", "Cerdyn")}
    for id, words in told.items():
        card = workshop.find(Card, id)
        assert card is None or words in (card.text.cy.words, card.text.en.words)
    assert [line[0] for line in lines] == sorted(
        (line[0] for line in lines), key=[line[0] for line in lines].index
    )


def test_search_in_one_session_and_for_nothing(gweithdy: Run) -> None:
    everywhere = gweithdy("search", "gwasanaeth").out.splitlines()
    here = gweithdy("search", "gwasanaeth", "--session", VISION).out.splitlines()
    assert here
    assert set(here) <= set(everywhere)
    assert len({line.split("\t")[0] for line in here}) == 1
    assert gweithdy("search", "zzzzqqqq", code=1).out == ""


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "svg", "png"])
def test_the_board_is_written_and_can_be_read(
    library: Path, gweithdy: Run, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"bwrdd ŵ.{ending}"
    gweithdy("export", VISION, "--out", str(path))
    cards = opened(library).of(Card)
    assert READERS[ending](path) in (None, len(cards))
    before = path.read_bytes()
    gweithdy("export", VISION, "--out", str(path))
    assert path.read_bytes() == before


def _rows(path: Path) -> int:
    return len(list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline=""))))


def _picture(path: Path) -> None:
    Image.open(path).load()


READERS: dict[str, Callable[[Path], int | None]] = {
    "csv": _rows,
    "xlsx": lambda path: openpyxl.load_workbook(path).worksheets[0].max_row - 1,
    "md": lambda path: sum(x.startswith("- ") for x in path.read_text("utf-8").splitlines()),
    "svg": lambda path: sum(each.get("rx") == "5" for each in fromstring(path.read_bytes()).iter()),
    "png": _picture,
}


def test_what_was_set_aside_is_found_with_a_mark(library: Path, gweithdy: Run) -> None:
    workshop = opened(library)
    card = next(each for each in workshop.of(Card) if each.text.en)
    whole = Library.open(library)
    whole.write(set_aside(workshop, [card.id], both("Enw", "A name"), datetime.now(UTC), ""))
    whole.close()
    word = max(card.text.en.words.split(), key=len)
    lines = [line.split("\t") for line in gweithdy("search", word).out.splitlines()]
    kinds = {line[3]: line[1] for line in lines}
    assert kinds.pop(card.id) == "Card (Was set aside)"
    assert not any("(" in kind for kind in kinds.values())
