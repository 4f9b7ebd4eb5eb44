"""A photo inside the page itself."""

from base64 import b64encode
from xml.etree.ElementTree import Element

from gweithdy.pack.figures import Photograph
from gweithdy.pack.html.elements import element, lang, said
from gweithdy.pack.letters import one_line
from gweithdy.pack.runs import words_of


def photo(block: Photograph, language: str) -> Element:
    """The picture, with the words that say what it shows, and its caption."""
    picture = element(
        "img",
        src=f"data:image/jpeg;base64,{b64encode(block.jpeg).decode()}",
        alt=one_line(words_of(block.alt)),
        width=str(block.wide),
        height=str(block.high),
        class_="photo",
        lang=lang(block.spoken, block.language),
    )
    caption = element("figcaption", *said(block.caption, block.language))
    return element("figure", picture, caption, lang=language)
