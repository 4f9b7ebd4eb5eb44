"""The colours of every theme can be read: text 4.5:1, symbols and outlines 3:1 (WCAG 2.2).

What becomes of them on the screen is in tests/ui/test_contrast_seen.py.
"""

import json
from itertools import product

import pytest
from tests.pixels import contrast

from gweithdy.domain.board import ThemeRole
from gweithdy.resources import asset
from gweithdy.ui.theme import THEMES

KINDS = ("cultural", "structural", "behavioural")
STATES = ("good", "late", "over")
THEME_ROLES = tuple(f"theme_{role}" for role in ThemeRole if role is not ThemeRole.NONE)
TEXT = ("ink", "quiet", "accent", *KINDS, *STATES, *THEME_ROLES)
SYMBOLS = ("border", "focus", "disabled")
TINTED = ("accent", *KINDS, *STATES)
SURFACES = ("paper", "raised")


def theme(name: str) -> dict[str, str]:
    groups = json.loads(asset("themes", f"{name}.json").read_text("utf-8"))
    return {role: colour for group in groups.values() for role, colour in group.items()}


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


@pytest.mark.parametrize("name", THEMES)
def test_all_themes_have_the_same_roles(name: str) -> None:
    assert list(theme(name)) == list(theme("light"))


@pytest.mark.parametrize("name", [name for name in THEMES if name.startswith("contrast")])
@pytest.mark.parametrize("surface", [*SURFACES, "lane", "hover", "pressed"])
def test_high_contrast_is_higher(name: str, surface: str) -> None:
    colours = theme(name)
    assert min(contrast(colours[role], colours[surface]) for role in ("ink", "quiet")) >= 7
    if surface in SURFACES:
        assert min(contrast(colours[role], colours[surface]) for role in TEXT) >= 7
        assert contrast(colours["disabled"], colours[surface]) >= 4.5
        assert contrast(colours["line"], colours[surface]) >= 3


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
@pytest.mark.parametrize("surface", ["hover", "pressed", "lane"])
def test_text_stays_readable_under_the_pointer_and_on_a_lane(name: str, surface: str) -> None:
    colours = theme(name)
    assert contrast(colours["ink"], colours[surface]) >= 4.5
    assert contrast(colours["quiet"], colours[surface]) >= 4.5
