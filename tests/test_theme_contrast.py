"""The colours of both themes can be read: text 4.5:1, symbols and outlines 3:1 (WCAG 2.2)."""

import json
from itertools import product

import pytest

from gweithdy.resources import asset

THEMES = ("light", "dark")
KINDS = ("cultural", "structural", "behavioural")
STATES = ("good", "late", "over")
TEXT = ("ink", "quiet", "accent", *KINDS, *STATES)
SYMBOLS = ("border", "focus")
TINTED = ("accent", *KINDS, *STATES)
SURFACES = ("paper", "raised")


def theme(name: str) -> dict[str, str]:
    groups = json.loads(asset("themes", f"{name}.json").read_text("utf-8"))
    return {role: colour for group in groups.values() for role, colour in group.items()}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_known_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
def test_every_role_is_a_six_digit_colour(name: str) -> None:
    for role, colour in theme(name).items():
        assert colour.startswith("#"), role
        assert len(colour) == 7, role
        int(colour[1:], 16)


@pytest.mark.parametrize("name", THEMES)
def test_no_role_is_given_twice(name: str) -> None:
    groups = json.loads(asset("themes", f"{name}.json").read_text("utf-8"))
    assert sum(map(len, groups.values())) == len(theme(name))


def test_both_themes_have_the_same_roles() -> None:
    assert list(theme("light")) == list(theme("dark"))


@pytest.mark.parametrize(("name", "role", "surface"), list(product(THEMES, TEXT, SURFACES)))
def test_text_can_be_read(name: str, role: str, surface: str) -> None:
    colours = theme(name)
    assert contrast(colours[role], colours[surface]) >= 4.5


@pytest.mark.parametrize(("name", "role", "surface"), list(product(THEMES, SYMBOLS, SURFACES)))
def test_outlines_can_be_seen(name: str, role: str, surface: str) -> None:
    colours = theme(name)
    assert contrast(colours[role], colours[surface]) >= 3


@pytest.mark.parametrize(("name", "role"), list(product(THEMES, TINTED)))
def test_words_can_be_read_on_their_own_tint(name: str, role: str) -> None:
    colours = theme(name)
    for word in (role, "ink", "quiet"):
        assert contrast(colours[word], colours[f"{role}_soft"]) >= 4.5, word


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("surface", ["accent", "accent_hover"])
def test_the_primary_button_can_be_read(name: str, surface: str) -> None:
    colours = theme(name)
    assert contrast(colours["on_accent"], colours[surface]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("surface", ["hover", "pressed"])
def test_text_stays_readable_under_the_pointer(name: str, surface: str) -> None:
    colours = theme(name)
    assert contrast(colours["ink"], colours[surface]) >= 4.5
    assert contrast(colours["quiet"], colours[surface]) >= 4.5
