"""Words of drawings broken into lines: filled, never too long, and cut only with a sign of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.text import Language
from gweithdy.pack.pdf.fonts import REGULAR, width
from gweithdy.pack.pdf.lines import in_short, lines_of
from gweithdy.pack.runs import Run, words_of

ROOM, SIZE = 100.0, 10.0
labels = st.lists(st.sampled_from(["y", "gair", "hir iawn", "Cyngor", "M" * 40]), max_size=12)


def wide(line: str) -> float:
    return width(line, REGULAR, SIZE)


@given(labels.map(" ".join), st.integers(1, 4))
def test_no_line_is_too_long_and_what_is_cut_says_so(text: str, most: int) -> None:
    lines = lines_of(text, ROOM, SIZE, most)
    assert 1 <= len(lines) <= most
    assert all(wide(line) <= ROOM for line in lines)
    if "…" not in "".join(lines):
        assert " ".join(lines) == text


@given(labels.map(lambda words: " ".join(word for word in words if len(word) < 40)))
def test_every_line_is_filled_before_the_next_one_begins(text: str) -> None:
    lines = lines_of(text, ROOM, SIZE, 40)
    assert " ".join(lines) == text
    for line, after in pairwise(lines):
        assert wide(f"{line} {after.split()[0]}") > ROOM


def test_words_that_fit_stay_on_one_line() -> None:
    assert lines_of("Cyngor  sir\ny dref", 200, SIZE, 2) == ["Cyngor sir y dref"]


def test_of_a_word_too_long_as_much_is_kept_as_fits() -> None:
    (line,) = lines_of("M" * 40, ROOM, SIZE, 1)
    assert line.endswith("…")
    assert ROOM - wide("M") < wide(line) <= ROOM


@pytest.mark.parametrize(
    ("most", "kept"), [(20, "un dau tri"), (10, "un dau tri"), (8, "un dau t…"), (4, "un d…")]
)
def test_in_short_keeps_the_beginning(most: int, kept: str) -> None:
    runs = (Run("un\n dau", Language.CY), Run(" tri", Language.EN))
    short = in_short(runs, most)
    assert words_of(short) == kept
    assert [run.language for run in short] == [Language.CY, Language.EN][: len(short)]


def test_nothing_is_said_after_what_was_cut() -> None:
    runs = tuple(Run(words, Language.CY) for words in ("unarddeg", "dau", "tri"))
    assert words_of(in_short(runs, 4)) == "unar…"
