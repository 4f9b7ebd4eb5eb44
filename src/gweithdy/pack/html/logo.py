"""The logo of the house, inside the page itself."""

from base64 import b64encode
from xml.etree.ElementTree import Element

from gweithdy.domain.text import Language
from gweithdy.pack.document import Logo
from gweithdy.pack.html.elements import element, lang
from gweithdy.pack.letters import one_line
from gweithdy.pack.logos import fitted
from gweithdy.pack.runs import words_of

ROOM = (260.0, 110.0)
"""Pixels of a screen at its usual size."""


def logo(logo: Logo, around: Language) -> Element:
    """The picture, with the words that say what it shows."""
    wide, high = (str(round(size)) for size in fitted(logo.png, *ROOM))
    source = f"data:image/png;base64,{b64encode(logo.png).decode()}"
    alt = one_line(words_of(logo.alt))
    return element(
        "img",
        src=source,
        alt=alt,
        width=wide,
        height=high,
        class_="logo",
        lang=lang(logo.language, around),
    )
