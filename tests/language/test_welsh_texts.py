"""The Welsh of the screen, the sessions and the guide keeps to the rules of the house.

A reader finds what is clumsy; these find what has been settled once and must not come back.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from babel.messages import pofile
from babel.messages.catalog import Catalog

from gweithdy.domain.agenda import BLOCK_KIND_LABELS, BlockKind
from gweithdy.domain.text import Text
from gweithdy.edits.first_board import FIRST_LANES
from gweithdy.edits.usual_day import USUAL_DAY
from gweithdy.language.words import Words

ROOT = Path(__file__).parents[2]
PO = ROOT / "i18n" / "cy" / "LC_MESSAGES" / "gweithdy.po"

NEVER = {
    r"\bl[ôo]n(ydd)?\b": "colofn: a lôn is a road's",
    r"(\by|'r) dydd\b(?! (Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul))": "y diwrnod",
    r"\bcym(ryd|erwch) (y )?dd?iwrnod\b": "defnyddio: cymryd diwrnod is to take a day off",
    r"\b(ng|g|)wasg(u|wch|wyd)\b": "pwyso",
    r"\b(p|b|ph|mh)wrpas(au)?\b": "diben",
    r"^Rhedeg\b|\bi'w redeg\b": "cynnal: a program is run, a session is held",
    r"\bd?dadl(euon)?\b": "ymresymiad",
    r"\bids?\b": "ID",
    r"\barddangosydd\b": "sgrin",
    r"\bolwg fyddai ar\b": "sut beth fyddai",
    r"\brh?oi ar brawf\b": "rhoi cynnig ar",
    r"\b[Ff]furfdeip": "ffont",
    r"\b[Pp]awb yn cael ei\b|\b[Cc]aiff pawb ei\b": "pawb … eu",
    r"\by'[iu] \w+wyd\b": "lle cafodd ei …; fel y cawsant eu …",
    r"\b[Aa]mnewid\b": "disodli",
    r"\b[Rr]hediad prawf\b": "ymarfer",
    r"\b[Ff]fitio\b": "addasu",
    r"\bsydd angen bod\b": "ddylai fod",
    r"\brh?ydd o'r blaen\b": "yn rhydd cyn hyn",
    r"\byn gadarn\b": "yn gyfan",
    r"^(Ei|Eu) ": "a label begins with what it does, not with a pronoun",
    r"\w’\w": "a straight apostrophe",
}
"""What a text must not hold, and what to say instead."""

COUNTED = {
    "awgrym awgrym awgrym awgrym awgrym",
    "arall arall arall arall arall",  # {n} more, whatever they are
    "bleidlais bleidlais pleidlais phleidlais pleidlais",
    "cerdyn gerdyn cherdyn cherdyn cerdyn",
    "dot ddot dot dot dot",
    "egwyl egwyl egwyl egwyl egwyl",
    "ffeil ffeil ffeil ffeil ffeil",
    "funud funud munud munud munud",
    "lle le lle lle lle",
    "llinell linell llinell llinell llinell",
    "nam nam nam nam nam",
    "person berson pherson pherson o",  # {n} o bobl
    "sesiwn sesiwn sesiwn sesiwn sesiwn",
    "testun destun thestun thestun testun",
    "thema thema thema thema thema",  # a word with Th- is not mutated
    "o o o o o",  # {n} o fannau eraill
    "i i i i i",  # {n} i'w gwirio
}
"""What follows the number in the forms for 1, 2, 3, 6 and all others: gender and mutation."""

SAME_IN_BOTH = {
    "ID",
    "Agenda",
    "Grid",
    "Person",
    "Sector",
    "tab",
    "{n} person",
    "Logo",
    "Logo: {name}",
    "{file}: {problem}",
    "{n} %",
    "{size} MB",
    "{start}–{end} · {total} · {breaks}",
}
LONGEST_SENTENCE = 25
PLACE = re.compile(r"\{\w*\}")


class Said(NamedTuple):
    """A Welsh text, its English where it has one, and where they are."""

    where: str
    en: str
    cy: str


@cache
def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return pofile.read_po(file, locale="cy")


def messages() -> Iterator[Said]:
    """The texts of the program."""
    for message in catalogue():
        if not message.id:
            continue
        forms = message.string if message.pluralizable else [message.string]
        singular = message.id[0] if message.pluralizable else message.id
        # A text with a context has one because its English means something else elsewhere.
        yield from (Said(f"po {message.context or ''}", singular, str(cy)) for cy in forms)


def qt() -> Iterator[Said]:
    """The texts of Qt's own windows."""
    for message in ET.parse(ROOT / "i18n" / "qtbase_cy.ts").iter("message"):
        yield Said("ts", message.findtext("source", ""), message.findtext("translation", ""))


def sessions() -> Iterator[Said]:
    """Templates, demonstration, and what the program itself puts into a new session."""
    for path in sorted((ROOT / "assets").rglob("*.yaml")):
        # The plain reader too, not only the one in C: texts with a question mark stand in quotes.
        yield from _pairs(yaml.safe_load(path.read_text("utf-8")), path.name)
    own: list[Text] = [title for _, title in FIRST_LANES]
    own += [text for block in USUAL_DAY for text in (block.title, block.online)]
    yield from (Said("edits", text.en.words, text.cy.words) for text in own if text.cy.words)


def _pairs(node: object, where: str) -> Iterator[Said]:
    if isinstance(node, dict):
        if isinstance(node.get("cy"), str):
            yield Said(where, node.get("en") or "", node["cy"])
        for value in node.values():
            yield from _pairs(value, where)
    elif isinstance(node, list):
        for value in node:
            yield from _pairs(value, where)


def guide() -> Iterator[Said]:
    """The lines of the Welsh guide, without what is typed."""
    for line in (ROOT / "docs" / "guide.cy.md").read_text("utf-8").splitlines():
        yield Said("guide", "", re.sub(r"`[^`]*`", " ", line))


@cache
def everything() -> list[Said]:
    return [*messages(), *qt(), *sessions(), *guide()]


@pytest.mark.parametrize("instead", NEVER.values())
def test_what_was_settled_does_not_come_back(instead: str) -> None:
    never = next(rule for rule, say in NEVER.items() if say == instead)
    assert [said for said in everything() if re.search(never, PLACE.sub(" ", said.cy))] == []


def test_the_same_english_has_the_same_welsh() -> None:
    ways: dict[str, set[str]] = {}
    for said in (*messages(), *sessions()):
        if said.where in {"po ", "edits"} or said.where.endswith(".yaml"):
            ways.setdefault(said.en.casefold(), set()).add(said.cy.casefold())
    counted = {m.id[0].casefold() for m in catalogue() if m.id and m.pluralizable}
    assert {en: cy for en, cy in ways.items() if en and len(cy) > 1 and en not in counted} == {}


def test_a_context_tells_two_meanings_apart() -> None:
    welsh: dict[str, list[str]] = {}
    for message in catalogue():
        if message.id and not message.pluralizable:
            welsh.setdefault(message.id, []).append(message.string)
    for english in ("Group", "Reflection", "Planned"):
        assert len(welsh[english]) == 2
        assert len(set(welsh[english])) == 2


@pytest.mark.parametrize(("language", "shown"), [("en", "Reflection"), ("cy", "Myfyrio")])
def test_a_context_is_never_shown(language: str, shown: str) -> None:
    words = Words(language)
    assert words.tr(BLOCK_KIND_LABELS[BlockKind.REFLECTION]) == shown
    assert words.ctr("kind of block", "Reflection") == shown
    assert words.ctr("a context that nobody has used", shown) == shown


def test_a_board_on_the_screen_is_not_called_like_a_table_in_the_room() -> None:
    found = catalogue()
    board, table = found.get("Board"), found.get("Table", "where people sit")
    assert board is not None
    assert table is not None
    assert board.string != table.string


def test_nouns_after_numbers_follow_their_gender() -> None:
    wrong = []
    for message in catalogue():
        if message.id and message.pluralizable:
            after = [re.search(r"\{n\} (\w+)", form) for form in message.string[1:]]
            forms = " ".join(found[1] if found else "-" for found in after)
            if forms not in COUNTED:
                wrong.append((message.id[0], forms))
    assert wrong == []


def test_no_text_was_left_in_english() -> None:
    assert {said.en for said in messages() if said.cy == said.en} == SAME_IN_BOTH


def test_quotation_marks_and_brackets_close() -> None:
    pairs = ("“”", "()", "[]")
    wrong = [
        said.cy
        for said in (*messages(), *qt(), *sessions())
        if any(said.cy.count(opening) != said.cy.count(closing) for opening, closing in pairs)
    ]
    assert wrong == []


def test_sentences_are_short() -> None:
    wrong = [
        sentence
        for said in everything()
        for sentence in re.split(r"(?<=[.?!:;])\s", said.cy)
        if len(re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", sentence)) > LONGEST_SENTENCE
    ]
    assert wrong == []


def test_what_the_guide_prints_bold_is_a_label_of_the_program() -> None:
    labels = {said.cy for said in messages()}
    bold = {name for said in guide() for name in re.findall(r"\*\*([^*]+)\*\*", said.cy)}
    assert bold
    keys = {name for name in bold if "+" in name or name == "Enter"}
    headings = {name for name in bold if name.endswith(".")}
    switch = {"Cymraeg | English"}
    assert bold - keys - headings - switch - labels == set()


def test_the_screen_uses_the_words_of_the_glossary() -> None:
    screen = {said.en.casefold(): said.cy.casefold() for said in messages() if said.where == "po "}
    compared, wrong = 0, []
    for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        term = re.sub(r"\s*\(.*?\)", "", cells[1]) if len(cells) == 5 else ""
        if term in screen:
            compared += 1
            ways = re.split(r"\s*[,;(]\s*", cells[2].replace("*", "").casefold())
            if not any(way and way in screen[term] for way in ways):
                wrong.append((term, screen[term], cells[2]))
    assert compared > 20
    assert wrong == []
