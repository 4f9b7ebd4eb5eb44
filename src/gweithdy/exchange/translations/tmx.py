"""TMX 1.4: translation memories, for translators' tools and from them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from gweithdy import __version__
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Language
from gweithdy.exchange.chosen_file import too_large, unreadable
from gweithdy.exchange.translations.segments import code_of, words_of
from gweithdy.exchange.xml_tree import Element, each_element
from gweithdy.language.memory import Pair

LARGEST_MEMORY = 100 * 1024 * 1024
CHUNK = 1024 * 1024

_SPACES = re.compile("[ \t]+")


def write_tmx(pairs: Iterable[Pair]) -> bytes:
    """The bytes of a file with these pairs."""
    root = ET.Element("tmx", {"version": "1.4"})
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "gweithdy",
            "creationtoolversion": __version__,
            "segtype": "block",
            "o-tmf": "gweithdy",
            "adminlang": "en-GB",
            "srclang": "*all*",
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    for pair in dict.fromkeys(pairs):
        unit = ET.SubElement(body, "tu")
        for language in Language:
            one = ET.SubElement(unit, "tuv", {"xml:lang": language.tag})
            ET.SubElement(one, "seg").text = pair.get(language)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def read_tmx(path: Path) -> Iterator[Pair]:
    """The pairs in a file of any size up to `LARGEST_MEMORY`; Problem if it is no memory."""
    found = False
    for unit in each_element(_chunks(path), "tu"):
        found = True
        words = {code_of(one.get("lang")): _words(one) for one in unit.all("tuv")}
        if words.get("cy") and words.get("en"):
            yield Pair(words["cy"], words["en"])
    if not found:
        raise Problem(N_("There are no translations in this file: {path}"), path=path)


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        if path.stat().st_size > LARGEST_MEMORY:
            raise too_large(LARGEST_MEMORY)
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise unreadable(path, error) from error


def _words(one: Element) -> str:
    return _SPACES.sub(" ", words_of(one.first("seg")))
