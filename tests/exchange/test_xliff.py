"""XLIFF: the strict schema, an independent reader, and what tools make of a file."""

from pathlib import Path

import pytest
from tests.exchange.sent_out import DEMOS, out, purpose

from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, Translation, said
from gweithdy.domain.translating import Unit, units
from gweithdy.edits.translations import bring_back
from gweithdy.exchange.translations.files import KINDS, write_translations
from gweithdy.exchange.translations.outgoing import Outgoing
from gweithdy.exchange.translations.xliff import write_xliff
from gweithdy.exchange.translations.xliff_reader import read_xliff

STRICT = {
    "xliff": ({"version"}, {"file"}),
    "file": (
        {"original", "source-language", "target-language", "datatype", "tool-id"},
        {"header", "body"},
    ),
    "header": (set(), {"tool"}),
    "tool": ({"tool-id", "tool-name", "tool-version"}, set()),
    "body": (set(), {"trans-unit"}),
    "trans-unit": (
        {"id", "space", "extradata", "approved"}, {"source", "target", "note", "alt-trans"},
    ),
    "source": ({"lang"}, set()),
    "target": ({"lang", "state", "state-qualifier"}, set()),
    "note": ({"from", "annotates"}, set()),
    "alt-trans": ({"match-quality", "origin"}, {"source", "target"}),
}  # fmt: skip
"""Of the strict schema: the elements we use, their attributes, and what stands in them."""

STATES = {"needs-translation", "needs-review-translation", "translated", "signed-off"}


@pytest.mark.parametrize("language", Language)
def test_xliff_keeps_the_rules_of_the_strict_schema(language: Language) -> None:
    from gweithdy.exchange.translations.xliff import write_xliff
    from gweithdy.exchange.xml_tree import Element, read_xml
    from gweithdy.language.memory import Memory, pairs_of

    for workshop in DEMOS:
        memory = Memory(pairs_of(workshop), language.other)
        some = units(workshop, language)
        near = {unit.id: memory.find(unit.original) for unit in some}
        data = write_xliff(Outgoing(workshop.session, language, some, near))
        assert b'xmlns="urn:oasis:names:tc:xliff:document:1.2"' in data
        root = read_xml(data)
        everything = [root, *root.elements()]
        for each in everything:
            attributes, inside = STRICT[each.name]
            children = [one for one in each.content if isinstance(one, Element)]
            assert each.attributes.keys() <= attributes
            assert {one.name for one in children} <= inside
            if inside:
                assert not any(isinstance(one, str) and one.strip() for one in each.content)
        found = [each for each in everything if each.name == "trans-unit"]
        for unit in found:
            order = [each.name for each in unit.content if isinstance(each, Element)]
            assert order[:3] == ["source", "target", "note"]
            target = unit.first("target")
            assert target
            assert target.get("state") in STATES
            assert (unit.get("approved") == "yes") is (target.get("state") == "signed-off")
            assert unit.get("space") == "preserve"
        assert len({unit.get("id") for unit in found}) == len(found) == len(some)
        assert sum(each.name == "alt-trans" for each in everything) >= sum(map(len, near.values()))


@pytest.mark.parametrize("language", Language)
def test_an_independent_reader_reads_the_same(tmp_path: Path, language: Language) -> None:
    from translate.storage.xliff import xlifffile

    for workshop in DEMOS:
        path = tmp_path / "out.xlf"
        path.write_bytes(write_translations(out(workshop, language), path))
        file = xlifffile.parsefile(str(path))
        assert (file.getsourcelanguage(), file.gettargetlanguage()) == (
            language.other.tag, language.tag,
        )  # fmt: skip
        for unit, one in zip(units(workshop, language), file.units, strict=True):
            assert one.getid().endswith(unit.id)
            assert one.source == unit.original
            assert (one.target or "") == unit.words
            assert one.isapproved() is (unit.state is Translation.REVIEWED)
            assert one.getnotes()


def in_xliff(unit: Unit, inside: str, attributes: str = "", file: str = "") -> bytes:
    stamp = f'extradata="{unit.stamp}"'
    return (
        f'<xliff version="1.2"><file {file}><body><group><trans-unit id="{unit.id}" {stamp} '
        f"{attributes}><source>{unit.original}</source>{inside}</trans-unit></group></body></file>"
        "</xliff>"
    ).encode()


XLIFF_STATES = {
    "new": None,
    "needs-translation": None,
    "needs-review-translation": Translation.DRAFT,
    "needs-l10n": Translation.DRAFT,
    "translated": Translation.TRANSLATED,
    "signed-off": Translation.REVIEWED,
    "final": Translation.REVIEWED,
    "x-else": Translation.DRAFT,
}


@pytest.mark.parametrize(("state", "meant"), XLIFF_STATES.items())
def test_states_of_xliff(state: str, meant: Translation | None) -> None:
    [unit] = units(purpose(said("Dŵr", "cy")), Language.EN)[1:]
    [row] = KINDS[".xlf"][1](in_xliff(unit, f'<target state="{state}">Water</target>')).rows
    assert row.state is meant


def test_other_things_that_tools_write() -> None:
    [unit] = units(purpose(said("Dŵr", "cy")), Language.EN)[1:]
    read = KINDS[".xlf"][1]

    def row(inside: str, attributes: str = "") -> tuple[str, Translation | None]:
        [found] = read(in_xliff(unit, inside, attributes)).rows
        assert found.original == "Dŵr"
        return found.words, found.state

    assert row("<target>Water</target>") == ("Water", None)
    assert row("<target>Water</target>", 'approved="yes"') == ("Water", Translation.REVIEWED)
    only_translated = row('<target state="translated">Water</target>', 'approved="yes"')
    assert only_translated == ("Water", Translation.TRANSLATED)
    by_machine = '<target state="new" state-qualifier="leveraged-mt">Water</target>'
    assert row(by_machine) == ("Water", Translation.MACHINE)
    segments = (
        "<seg-source><mrk>Dŵr</mrk></seg-source><target><mrk mid='0' mtype='seg'>Wa<g id='1'>t</g>"
        "er<x id='2' ctype='lb'/>!<bpt id='3'>{code}</bpt></mrk></target>"
        "<alt-trans><source>Tir</source><target>Land</target></alt-trans>"
    )
    assert row(segments) == ("Water\n!", None)
    assert row('<target state="new">Dŵr</target>') == ("", None)
    assert row('<target state="translated">Dŵr</target>') == ("Dŵr", Translation.TRANSLATED)
    assert row("") == ("", None)
    assert row("<alt-trans><target>Land</target></alt-trans>") == ("", None)


@pytest.mark.parametrize(
    ("file", "target"),
    [
        ('target-language="cy"', "<target>x</target>"),
        ('source-language="en-US" target-language="en"', "<target>x</target>"),
        ('target-language="fr-FR"', "<target>x</target>"),
        ('target-language="en"', '<target xml:lang="cy">x</target>'),
    ],
)
def test_other_languages_are_refused(file: str, target: str) -> None:
    [unit] = units(purpose(said("Dŵr", "cy")), Language.EN)[1:]
    with pytest.raises(Problem, match="into “en”"):
        KINDS[".xlf"][1](in_xliff(unit, target, file=file))
    fine = 'source-language="CY" target-language="en_US"'
    assert KINDS[".xlf"][1](in_xliff(unit, "<target>x</target>", file=fine)).rows


@pytest.mark.parametrize("version", ["2.0", "2.1", ""])
def test_other_versions_of_xliff_are_refused(version: str) -> None:
    with pytest.raises(Problem, match=r"XLIFF 1\.2"):
        KINDS[".xlf"][1](f'<xliff version="{version}"/>'.encode())
    with pytest.raises(Problem, match="not an XLIFF"):
        KINDS[".xlf"][1](b"<tmx/>")


@pytest.mark.parametrize(
    ("state", "words"), [("", "Dŵr"), ("translated", "Dŵr"), ("new", ""), ("needs-translation", "")]
)
def test_the_original_in_place_of_a_translation_counts_for_none_only_if_the_tool_says_so(
    state: str, words: str
) -> None:
    """Else it is a translator's doing, and a person is told."""
    [unit] = units(purpose(said("Dŵr", "cy")), Language.EN)[1:]
    target = f'<target state="{state}">Dŵr</target>' if state else "<target>Dŵr</target>"
    [row] = KINDS[".xlf"][1](in_xliff(unit, target)).rows
    assert row.words == words


def test_a_file_with_two_sessions_is_taken_by_each_of_them() -> None:
    """Some tools put all their files into one; the ids say which texts are whose."""
    files = [write_xliff(out(each, Language.EN)).decode() for each in DEMOS]
    first, second = (text[text.index("<file") : text.index("</xliff>")] for text in files)
    both_in_one = f'<xliff version="1.2">{first}{second}</xliff>'
    back = read_xliff(both_in_one.encode())
    for workshop in DEMOS:
        ours = {unit.id for unit in units(workshop, Language.EN)}
        assert ours.isdisjoint(each.row.id for each in bring_back(workshop, back).refused)


def test_the_language_that_is_wrong_is_named() -> None:
    data = write_xliff(out(DEMOS[0], Language.EN))
    wrong = data.replace(b'target-language="en-GB"', b'target-language="fr"')
    with pytest.raises(Problem, match="from “cy” into “fr”"):
        read_xliff(wrong)
