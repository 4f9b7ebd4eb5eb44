"""What the tool for mutants leaves alone, and that it leaves nothing else alone."""

from pathlib import Path

import pytest
from tools import skips

ROOM = Path("src/gweithdy/domain/board.py")


def is_left_out(source: str, mark: str, path: Path = ROOM, operator: str = "AddNot") -> bool:
    """Whether nothing is changed where `mark` stands in `source`."""
    before = source[: source.index(mark)]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2])
    return skips.places(source, path).has(line, column, operator)


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ("def name(ŵ: str | None) -> int: ...", "|"),
        ("def name() -> int | None: ...", "|"),
        ('ŵ: "ŵŵ" | None = a | b', "| None"),
        ("if TYPE_CHECKING:\n    x = 1 + 2", "+"),
        ("@dataclass(frozen=True)\nclass A: ...", "True"),
        ("zip(a, b, strict=True)", "True"),
        ("assert a < b", "<"),
        ("@cache\ndef name(): ...", "@"),
        ("log.warning(1 + 2)", "+"),
        ("Said = Card | Theme | None", "|"),
    ],
)
def test_what_only_mypy_or_a_log_reads_is_left_alone(source: str, mark: str) -> None:
    assert is_left_out(source, mark)


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ('ŵ: "ŵŵ" | None = a | b', "| b"),
        ("def name(a: int = 1 + 2): ...", "+"),
        ("field(default=True)", "True"),
        ("@property\ndef name(): ...", "@"),
        ("stay = stay | {backup}", "|"),
        ("if a < b: ...", "<"),
    ],
)
def test_what_the_program_does_is_changed(source: str, mark: str) -> None:
    assert not is_left_out(source, mark)


def test_only_the_numbers_of_print_are_a_matter_of_taste() -> None:
    bars = Path("src/gweithdy/pack/pdf/bars.py")
    assert is_left_out("size = 12.0", "12", bars, "NumberReplacer")
    assert not is_left_out("size = 12.0 + 1", "+", bars)
    assert not is_left_out("last = lines[-12].width", "12", bars, "NumberReplacer")
    assert not is_left_out("size = 12.0", "12", ROOM, "NumberReplacer")


def test_the_lines_of_a_statement_are_its_own() -> None:
    source = (
        "x = 1\ndef name():\n    if (\n        a\n    ):\n        b(\n            1)\n    c()\n"
    )
    lines = {n: list(skips.lines_of_statement(source, n)) for n in (1, 4, 6, 7, 8)}
    assert lines == {1: [], 4: [3, 4, 5], 6: [6, 7], 7: [6, 7], 8: [8]}
