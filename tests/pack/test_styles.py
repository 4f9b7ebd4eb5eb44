"""The look of words in the PDF: strong, quiet and linked, and never read as tags."""

from gweithdy.domain.text import Language
from gweithdy.pack.document import Run, Tone
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD
from gweithdy.pack.pdf.styles import markup


def look(words: str, tone: Tone = Tone.PLAIN, font: str = REGULAR, link: str = "") -> str:
    return markup((Run(words, Language.CY, tone, link),), font)


def test_plain_words_stand_as_they_are() -> None:
    assert look("Dŵr") == "Dŵr"
    assert look("Dŵr", font=SEMIBOLD) == "Dŵr"


def test_strong_words_are_bold_and_quiet_ones_have_another_colour() -> None:
    assert look("Dŵr", Tone.STRONG) == f'<font name="{SEMIBOLD}">Dŵr</font>'
    quiet = look("Dŵr", Tone.QUIET)
    assert quiet.endswith("Dŵr</font>")
    assert "color" in quiet
    assert f'"{REGULAR}"' in look("Dŵr", Tone.QUIET, SEMIBOLD)


def test_a_link_is_underlined_and_leads_there() -> None:
    linked = look("Dŵr", link="#cy-part")
    assert linked.startswith('<a href="#cy-part"')
    assert "<u>Dŵr</u>" in linked


def test_what_looks_like_a_tag_is_words() -> None:
    assert look("<b>a & b</b>\nc") == "&lt;b&gt;a &amp; b&lt;/b&gt;<br/>c"
