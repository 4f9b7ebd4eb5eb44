"""Every shipped text font can show every letter of Welsh and of the program's own wording."""

import gettext
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from gweithdy.resources import asset, catalogue_folder

WELSH = "àáâäèéêëìíîïòóôöùúûüẁẃŵẅỳýŷÿ"
ENGLISH = "".join(map(chr, range(0x20, 0x7F))) + "‘’“”–—…•·£€©°½×"
TEXT_FONTS = sorted(asset("fonts").glob("[AS]*.ttf"), key=lambda path: path.name)
FALLBACK = asset("fonts", "DejaVuSans.ttf")


@cache
def letters(font: Path) -> frozenset[str]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap()))


def catalogue_letters() -> set[str]:
    """Return every character of the compiled Welsh catalogue, English sources included."""
    compiled = catalogue_folder() / "cy" / "LC_MESSAGES" / "gweithdy.mo"
    with compiled.open("rb") as opened:
        catalogue = gettext.GNUTranslations(opened)._catalog  # type: ignore[attr-defined]
    texts = [key[0] if isinstance(key, tuple) else key for key in catalogue]
    texts += catalogue.values()
    return set("".join(map(str, texts))) - set("\n\x04")


def template_letters() -> set[str]:
    """Return every character of the English texts, translated or not."""
    template = (catalogue_folder() / "gweithdy.pot").read_text("utf-8")
    return set(template) - {"\n"}


def missing(font: Path, wanted: str | set[str]) -> str:
    return "".join(sorted(set(wanted) - letters(font)))


def test_both_families_are_shipped_in_four_styles() -> None:
    styles = ("Bold", "Italic", "Regular", "Semibold")
    assert [font.stem for font in TEXT_FONTS] == [
        f"{family}-{style}"
        for family in ("AtkinsonHyperlegibleNext", "SourceSans3")
        for style in styles
    ]


@pytest.mark.parametrize("font", [*TEXT_FONTS, FALLBACK], ids=lambda font: font.stem)
def test_a_font_has_every_welsh_letter(font: Path) -> None:
    assert missing(font, WELSH + WELSH.upper()) == ""


@pytest.mark.parametrize("font", [*TEXT_FONTS, FALLBACK], ids=lambda font: font.stem)
def test_a_font_has_plain_text_and_typographic_signs(font: Path) -> None:
    assert missing(font, ENGLISH) == ""


@pytest.mark.parametrize("font", TEXT_FONTS, ids=lambda font: font.stem)
def test_a_font_has_every_letter_of_the_catalogue(font: Path) -> None:
    wanted = {c for c in catalogue_letters() | template_letters() if c.isalnum()}
    assert missing(font, wanted) == ""


@pytest.mark.parametrize("font", TEXT_FONTS, ids=lambda font: font.stem)
def test_what_is_no_letter_is_in_the_font_or_in_the_fallback(font: Path) -> None:
    lacking = set(missing(font, catalogue_letters() | template_letters()))
    assert missing(FALLBACK, lacking) == ""


def test_the_fallback_has_the_symbols_that_text_fonts_lack() -> None:
    assert missing(FALLBACK, "→←↑↓✓✔✕☐☑≤≥▲◆■●⬡★") == ""


@pytest.mark.parametrize("family", ["AtkinsonHyperlegibleNext-OFL", "SourceSans3-OFL"])
def test_the_open_font_licence_lies_beside_the_fonts(family: str) -> None:
    assert "SIL Open Font License" in asset("fonts", f"{family}.txt").read_text("utf-8")
