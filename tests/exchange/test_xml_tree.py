"""XML from strangers: nothing grows, nothing is fetched, and the line of a fault is named."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gweithdy.domain.problem import Problem
from gweithdy.exchange.xml_tree import DEEPEST, each_element, read_xml
from gweithdy.language.words import Words

BOMB = (
    '<!DOCTYPE a [<!ENTITY x "ha">'
    + "".join(f'<!ENTITY x{n} "{f"&x{n - 1 or str()};" * 10}">' for n in range(1, 10))
    + "]>\n<a>&x9;</a>"
)

BAD: dict[str, tuple[str, int]] = {
    "bomb": (BOMB, 1),
    "one entity of its own": ('<!DOCTYPE a [\n<!ENTITY x "ha">]><a>&x;</a>', 1),
    "a file of the computer": (
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        1,
    ),
    "a parameter entity": ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x.invalid/">%x;]><a/>', 1),
    "an attribute of its own": ('<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>', 1),
    "an entity of rules elsewhere": ('<!DOCTYPE a SYSTEM "a.dtd">\n<a>&x;</a>', 2),
    "an entity of nowhere": ("<a>\n\n&x;</a>", 3),
    "no end": ("<a>\n<b>", 2),
    "two roots": ("<a/>\n<a/>", 2),
    "no XML": ("Some minutes", 1),
    "nothing": ("", 1),
    "a control character": ("<a>\n\x01</a>", 2),
    "a control character by number": ("<a>&#1;</a>", 1),
    "deep": ("<a>" * 100_000, 1),
    "no such encoding": ('<?xml version="1.0" encoding="klingon"?><a/>', 1),
    "an encoding of several bytes": ('<?xml version="1.0" encoding="shift_jis"?><a/>', 1),
}


@pytest.mark.parametrize(("text", "line"), BAD.values(), ids=BAD)
def test_what_is_no_plain_xml_is_refused(text: str, line: int) -> None:
    before = time.perf_counter()
    with pytest.raises(Problem) as caught:
        read_xml(text.encode())
    assert caught.value.values["line"] == line
    assert "Nothing was imported." in Words("en").problem(caught.value)
    assert time.perf_counter() - before < 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_words_come_whole_whatever_the_encoding(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    inside = '<b c="ô &#x175;">tô &amp;\r\n</b>'
    text = f'<?xml version="1.0" encoding="{name}"?>\n<a xmlns="urn:x">{inside}</a>'
    [b] = read_xml(text.encode(encoding)).all("b")
    assert (b.line, b.get("c"), b.get("d"), b.content) == (2, "ô ŵ", "", ["tô &\n"])


def test_rules_elsewhere_are_named_and_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "a.dtd").write_text('<!ENTITY x "ha">')
    told = f'<!DOCTYPE a SYSTEM "{(tmp_path / "a.dtd").as_uri()}"><a b="1">c</a>'
    assert read_xml(told.encode()).content == ["c"]


def test_levels_up_to_the_bound_are_read() -> None:
    def nested(levels: int) -> bytes:
        return b"<a>" * levels + b"</a>" * levels

    assert len(list(read_xml(nested(DEEPEST)).elements())) == DEEPEST - 1
    with pytest.raises(Problem, match="too deep"):
        read_xml(nested(DEEPEST + 1))


def test_more_parts_than_can_be_held_are_refused() -> None:
    with pytest.raises(Problem, match="more parts"):
        read_xml(b"<a>" + b"<b/>" * 1_000_001)


def test_attributes_are_parts_and_each_element_of_a_long_file_is_counted_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gweithdy.exchange.xml_tree.MOST_PARTS", 6)
    read_xml(b"<a><b c='1' d='2' e='3'/></a>")
    with pytest.raises(Problem, match="more parts"):
        read_xml(b"<a><b c='1' d='2' e='3' f='4' g='5'/></a>")
    assert len(list(each_element([b"<t>", *[b"<u><v/><v/></u>"] * 9, b"</t>"], "u"))) == 9
    with pytest.raises(Problem, match="more parts"):
        list(each_element([b"<t>", *[b"<v/>"] * 9, b"</t>"], "u"))


def test_elements_are_given_in_their_order() -> None:
    root = read_xml(b"<a><b><c/></b><d/><b/></a>")
    assert [each.name for each in root.elements()] == ["b", "c", "d", "b"]
    assert [each.name for each in root.all("b")] == ["b", "b"]
    assert root.first("e") is None


def test_a_long_file_is_read_one_element_at_a_time() -> None:
    made = 0

    def chunks() -> Iterator[bytes]:
        nonlocal made
        yield b"<t><h>x</h><b>"
        for made in range(1, 1001):
            yield b"<u n='%d'><s>a" % made
            yield b"b<u/></s></u>\n"
        yield b"</b></t>"

    seen = []
    for one in each_element(chunks(), "u"):
        assert made == int(one.get("n"))
        [inside] = one.all("s")
        assert "".join(each for each in inside.content if isinstance(each, str)) == "ab"
        seen.append(one.get("n"))
    assert len(seen) == 1000


def test_a_long_file_that_breaks_off_is_told() -> None:
    found = each_element([b"<t><u>a</u>", b"<u>"], "u")
    assert next(found).content == ["a"]
    with pytest.raises(Problem):
        next(found)
