"""Contrast as WCAG measures it, and the nearest shade that has enough of it."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.colour import (
    FOR_SURFACES,
    FOR_WORDS,
    accent,
    colour_typed,
    contrast,
    standing_out,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        # As other tools and the examples of WCAG say them.
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#949494", "#FFFFFF", 3.03),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FFFF00", "#0000FF", 8.00),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, said: float) -> None:
    assert contrast(one, other) == pytest.approx(said, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, st.sampled_from(("#FFFFFF", "#24282B")))
def test_a_shade_stands_out_is_the_nearest_and_keeps_its_hue(colour: str, paper: str) -> None:
    for least in (FOR_SURFACES, FOR_WORDS):
        shade = standing_out(colour, least, paper)
        assert contrast(shade, paper) >= least
        if contrast(colour, paper) >= least:
            assert shade == colour
        else:
            # No darker, or lighter, than it must be: a small step back, and it is too little.
            assert contrast(shade, paper) < least * 1.06
            assert hue(shade) == pytest.approx(hue(colour), abs=0.04) or is_grey(colour)


def hue(colour: str) -> float:
    # Around the circle: red is at both ends.
    turn = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]
    return turn if turn < 0.97 else turn - 1


def is_grey(colour: str) -> bool:
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return max(parts) - min(parts) < 40


def test_what_fails_is_used_darker_where_it_is_read_and_as_it_is_where_it_decorates() -> None:
    yellow = accent("#FFD200")
    assert yellow.band == "#FFD200"
    assert contrast(yellow.surfaces) >= 3 > contrast("#FFD200")
    assert contrast(yellow.words) >= 4.5 > contrast(yellow.surfaces)
    assert set(map(str, vars_of("#0F5E5A"))) == {"#0F5E5A"}


def vars_of(colour: str) -> tuple[str, str, str]:
    made = accent(colour)
    return made.words, made.surfaces, made.band


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("#0f5e5a", "#0F5E5A"),
        (" 0F5E5A ", "#0F5E5A"),
        ("#abc", "#AABBCC"),
        ("abcd", ""),
        ("#12345", ""),
        ("#12345g", ""),
        ("red", ""),
        ("", ""),
        ("#０F5E5A", ""),
        ("#0F5E5A\n#000000", ""),
    ],
)
def test_a_colour_as_people_type_it(typed: str, meant: str) -> None:
    assert colour_typed(typed) == meant
