"""Segments: what the elements of translators' files say, without the codes of a format in them."""

from gweithdy.domain.text import tidy
from gweithdy.exchange.xml_tree import Element

CODES = ("bpt", "ept", "it", "ph", "sub", "ut")
"""What holds the codes of a format, and no words: our texts have none."""


def words_of(segment: Element | None) -> str:
    """The words in an element, tidied; "" where it is not there."""
    found: list[str] = []
    waiting: list[Element | str] = [segment] if segment else []
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            found.append(each)
        elif each.name == "x" and each.get("ctype") == "lb":
            found.append("\n")
        elif each.name not in CODES:
            waiting += reversed(each.content)
    return tidy("".join(found))


def code_of(tag: str) -> str:
    """The language of a tag: "cy" of "cy-GB"."""
    return tag.replace("_", "-").partition("-")[0].lower()
