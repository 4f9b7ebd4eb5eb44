"""Files for translators: what goes out comes back, from every kind of file."""

import csv
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import texts, words, workshops

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, Translation, Written, both, fingerprint, said
from gweithdy.domain.translating import Unit, due, plain, units
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import Arrival, Reason, bring_back
from gweithdy.exchange.demo import demonstration
from gweithdy.exchange.translations.files import KINDS, read_translations, write_translations
from gweithdy.exchange.translations.outgoing import Outgoing
from gweithdy.exchange.translations.sheet import guarded, read_sheet, unguarded, write_sheet
from gweithdy.exchange.translations.word_reader import read_word_table
from gweithdy.exchange.translations.word_table import write_word_table
from gweithdy.language.words import Words

ENDINGS = (".xlf", ".docx", ".csv")
DEMOS = [each.workshop for each in demonstration()]
SESSION = Session(id=new_id(), title=both("Diwrnod", "A day"))


def out(workshop: Workshop, language: Language) -> Outgoing:
    return Outgoing(workshop.session, language, units(workshop, language))


def came_back(workshop: Workshop, path: Path) -> Arrival:
    return bring_back(workshop, read_translations(path))


def purpose(text: Text) -> Workshop:
    """A session whose purpose is `text`."""
    return Workshop(Session(id=SESSION.id, title=both("Diwrnod", "A day"), purpose=text))


# --- a translator who fills in all there is, in each kind of file ----------------------------


Fill = Callable[[Unit], str]


def fill(path: Path, some: list[Unit], words: Fill) -> None:
    """Write `words` of each text into its cell, as a program other than ours would."""
    told = {unit.id: words(unit) for unit in some}
    match path.suffix:
        case ".xlf":
            fill_xliff(path, told)
        case ".docx":
            fill_word(path, told)
        case ".csv":
            fill_sheet(path, told)


def fill_xliff(path: Path, told: dict[str, str]) -> None:
    from translate.storage.xliff import xlifffile

    file = xlifffile.parsefile(str(path))
    for unit in file.units:
        unit.target = told[unit.getid().rpartition("\x04")[2]]
    file.savefile(str(path))


def fill_word(path: Path, told: dict[str, str]) -> None:
    document = docx.Document(str(path))
    [table] = document.tables
    for row in table.rows[1:]:
        cells = row.cells
        cells[2].text = told[cells[0].text[: -len(".00000000.00000000")]]
    document.save(str(path))


def fill_sheet(path: Path, told: dict[str, str]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for row in rows[1:]:
        row[2] = told[row[0][: -len(".00000000.00000000")]]
    # LibreOffice writes no mark, and only the line feed.
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("workshop", DEMOS, ids=["vision", "learning"])
def test_the_demonstration_comes_back(
    tmp_path: Path, workshop: Workshop, language: Language, ending: str
) -> None:
    path = tmp_path / f"out{ending}"
    some = units(workshop, language)
    path.write_bytes(write_translations(out(workshop, language), path))
    untouched = came_back(workshop, path)
    assert (untouched.taken, untouched.refused, untouched.left) == ((), (), len(some))
    fill(path, some, lambda unit: f"{unit.original} –\n“ŵŷ” & <b>")
    found = came_back(workshop, path)
    assert found.refused == ()
    assert len(found.taken) == len(some)
    here = workshop.copy()
    here.take(found.edit)
    for before, now in zip(some, units(here, language), strict=True):
        assert now.words == f"{before.original} –\n“ŵŷ” & <b>"
        assert now.state is Translation.TRANSLATED
        assert now.text.get(language.other) == before.text.get(language.other)
    others = {row.id for row in here.everything()} - {unit.thing for unit in some}
    assert all(here.named(type(r).__name__.lower(), r.id) == r
               for r in workshop.everything() if r.id in others)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(workshops(2), st.sampled_from(Language), st.sampled_from(ENDINGS))
def test_any_session_goes_out_and_comes_back_as_it_was(
    made: tuple[Workshop, object], language: Language, ending: str
) -> None:
    workshop, _ = made
    write, read = KINDS[ending]
    data = write(out(workshop, language))
    back = read(data)
    found = bring_back(workshop, back)
    some = units(workshop, language)
    assert [row.id for row in back.rows] == [unit.id for unit in some]
    for row, unit in zip(back.rows, some, strict=True):
        # What is no more than a copy of the original counts as not filled in.
        assert row.words == unit.words or (not row.words and unit.words == unit.original)
    assert [row.original for row in back.rows] == [unit.original for unit in some]
    assert [row.stamp for row in back.rows] == [unit.stamp for unit in some]
    assert not found.edit
    assert found.refused == ()


@settings(max_examples=60, deadline=None)
@given(texts(empty=False), words(1), st.sampled_from(ENDINGS))
def test_any_words_come_back(text: Text, said_there: str, ending: str) -> None:
    """Whatever a translator writes beside whatever was said."""
    language = text.target
    write, read = KINDS[ending]
    alone = Text(text.cy, original="cy") if language == "en" else Text(en=text.en, original="en")
    there = purpose(alone.having(language, said_there))
    [row] = [row for row in read(write(out(there, language))).rows if ".purpose." in row.id]
    assert row.words == plain(said_there)
    assert row.original == plain(text.get(language.other))


def test_only_what_is_due_stands_in_a_file(tmp_path: Path) -> None:
    for workshop in DEMOS:
        some = due(units(workshop, Language.CY))
        path = tmp_path / "due.csv"
        path.write_bytes(write_translations(Outgoing(workshop.session, Language.CY, some), path))
        assert {row.id for row in read_translations(path).rows} == {unit.id for unit in some}


# --- XLIFF ------------------------------------------------------------------------------------

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


def test_another_session_says_so_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "out.xlf"
    path.write_bytes(write_translations(out(DEMOS[0], Language.EN), path))
    for ending in (".xlf", ".csv", ".docx"):
        path = tmp_path / f"out{ending}"
        path.write_bytes(write_translations(out(DEMOS[0], Language.EN), path))
        with pytest.raises(Problem, match="another session"):
            came_back(DEMOS[1], path)


# --- sheets -----------------------------------------------------------------------------------

FORMULAS = ["=1+1", "+44 29", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "  =1", "\t=1", "'=1",
            "''=1", "'-", "- a point", "\u200b=1"]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_worked_out_as_a_formula(text: str) -> None:
    assert guarded(text).startswith("'")
    assert unguarded(guarded(text)) == text


@given(st.text("'=+-@＝ \t\ra", max_size=6))
def test_guarding_loses_nothing(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_a_welsh_word_may_begin_with_an_apostrophe() -> None:
    assert guarded("'Dyn ni") == unguarded("'Dyn ni") == "'Dyn ni"


def test_every_cell_of_a_sheet_is_guarded() -> None:
    there = purpose(Text(Written("=A1"), Written("@b"), "cy"))
    text = write_sheet(out(there, Language.EN)).decode("utf-8")
    assert text.startswith("\ufeffID,")
    assert "'=A1,'@b" in text


@pytest.mark.parametrize(
    ("separator", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")]
)
def test_sheets_as_other_programs_save_them(separator: str, encoding: str) -> None:
    there = purpose(said("Dŵr; tir, awyr", "cy"))
    rows = list(csv.reader(io.StringIO(write_sheet(out(there, Language.EN)).decode("utf-8-sig"))))
    rows[2][2] = "Water; land,\nair"
    # A column was put in front, and an empty line on top.
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(
        [[], *([str(n), *r] for n, r in enumerate(rows))]
    )
    found = bring_back(there, read_sheet(file.getvalue().encode(encoding)))
    assert [each.words for each in found.taken] == ["Water; land,\nair"]
    assert found.taken[0].state is Translation.TRANSLATED


def test_a_sheet_of_an_alphabet_without_our_letters_is_refused() -> None:
    data = write_sheet(out(purpose(said("Tŷ â tho", "cy")), Language.EN))
    for encoding in ("cp1252", "cp437"):
        with pytest.raises(Problem, match="UTF-8"):
            read_sheet(data.decode("utf-8-sig").encode(encoding, "replace"))


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"a,b\n1,2\n", b"ID,Name\nx,y\n", b"\xff\xfe", b'"']
)
def test_what_is_no_table_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(Problem, match="no table"):
        read_sheet(data)


def test_a_cell_that_no_sheet_holds_is_refused() -> None:
    with pytest.raises(Problem):
        read_sheet(b"ID,Cymraeg,English\n" + b"x" * 200_000)


def test_words_without_an_id_are_not_passed_over_in_silence() -> None:
    there = purpose(said("Dŵr", "cy"))
    data = write_sheet(out(there, Language.EN)) + b"my own,Tir,Land\r\n,,\r\n"
    found = bring_back(there, read_sheet(data))
    [refused] = found.refused
    assert (refused.row.id, refused.reason) == ("my own", Reason.UNKNOWN)


STATE_WORDS = {
    "Cymeradwywyd / Approved": Translation.REVIEWED,
    "approved": Translation.REVIEWED,
    " CYMERADWYWYD ": Translation.REVIEWED,
    "final": Translation.REVIEWED,
    "Cyfieithwyd": Translation.TRANSLATED,
    "Translated": Translation.TRANSLATED,
    "Not translated": None,
    "Draft": None,
    "": None,
}


@pytest.mark.parametrize(("said_there", "meant"), STATE_WORDS.items())
def test_states_that_people_write(said_there: str, meant: Translation | None) -> None:
    [unit] = units(purpose(said("Dŵr", "cy")), Language.EN)[1:]
    head = "Statws,English,ID,Cymraeg"
    line = f"{said_there},Water,{unit.id}.{unit.stamp},Dŵr"
    [row] = read_sheet(f"{head}\n{line}\n".encode()).rows
    assert (row.words, row.state, row.stamp) == ("Water", meant, unit.stamp)


# --- Word -------------------------------------------------------------------------------------


def opened(there: Workshop) -> tuple["docx.document.Document", Table]:
    document = docx.Document(io.BytesIO(write_word_table(out(there, Language.EN))))
    [table] = document.tables
    return document, table


def saved(document: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def words_of(document: "docx.document.Document") -> list[str]:
    return [row.words for row in read_word_table(saved(document)).rows]


def test_a_word_table_says_its_languages_and_repeats_its_head() -> None:
    document, table = opened(DEMOS[0])
    assert [cell.text for cell in table.rows[0].cells][:3] == [
        "ID", "Cymraeg / Welsh", "Saesneg / English",
    ]  # fmt: skip
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    for row in table.rows[1:]:
        cells = row.cells
        for at, tag in ((1, "cy-GB"), (2, "en-GB")):
            mark = cells[at].paragraphs[0]._p.pPr.find(qn("w:rPr"))
            assert mark.find(qn("w:lang")).get(qn("w:val")) == tag
            for run in cells[at].paragraphs[0].runs:
                assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == tag
        for at in (0, 1):
            assert cells[at]._tc.tcPr.find(qn("w:shd")) is not None
        assert cells[2]._tc.tcPr.find(qn("w:shd")) is None
    assert document.paragraphs[0].text == (
        "Gweledigaeth ar gyfer gwasanaethau cyhoeddus / A vision for public services"
    )


def test_tracked_changes_are_accepted() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    cell = table.rows[2].cells[2]
    cell._tc.replace(
        cell.paragraphs[0]._p,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:pPr><w:rPr><w:del w:id='9'/></w:rPr></w:pPr>"
            "<w:r><w:t xml:space='preserve'>Wat</w:t></w:r>"
            "<w:del w:id='1'><w:r><w:delText>gone</w:delText><w:br/></w:r></w:del>"
            "<w:ins w:id='2'><w:r><w:t>er</w:t></w:r></w:ins>"
            "<w:moveFrom w:id='3'><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
            "<w:moveTo w:id='4'><w:r><w:tab/><w:t>clean</w:t><w:br/></w:r></w:moveTo>"
            "<w:hyperlink><w:r><w:t>here</w:t></w:r></w:hyperlink>"
            "<w:r><x:AlternateContent xmlns:x='urn:x'><x:Choice><w:t>!</w:t></x:Choice>"
            "<x:Fallback><w:t>!</w:t></x:Fallback></x:AlternateContent></w:r></w:p>"
        ),
    )
    cell.add_paragraph(" now")
    cell.add_paragraph("and then")
    assert words_of(document) == ["A day", "Water clean\nhere! now\nand then"]


def test_a_row_that_was_taken_out_is_no_row() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    row = table.rows[2]._tr
    row.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} w:id='1'/>"))
    assert words_of(document) == ["A day"]


def test_rows_and_cells_may_stand_in_content_controls_and_be_moved() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    row = table.rows[2]._tr
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    table.rows[0]._tr.addnext(control)
    control[0].append(row)
    assert words_of(document) == ["Water", "A day"]


def test_a_cell_over_two_columns_moves_no_other() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    table.rows[1].cells[3].merge(table.rows[1].cells[4])
    assert words_of(document) == ["A day", "Water"]


def test_a_heading_over_two_columns_moves_no_other() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    head, *rows = [row._tr for row in table.rows]
    head.tc_lst[0].grid_span = 2
    for row in rows:
        row.tc_lst[0].addnext(parse_xml(f"<w:tc {nsdecls('w')}><w:p/></w:tc>"))
    assert words_of(document) == ["A day", "Water"]


def test_other_tables_and_parts_are_passed_over() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    inner = table.rows[2].cells[2].add_table(1, 1)
    inner.rows[0].cells[0].text = "A note of mine"
    document.add_table(2, 2).rows[0].cells[0].text = "Hours"
    assert words_of(document) == ["A day", "Water"]


def with_part(data: bytes, change: Callable[[str], str]) -> bytes:
    """A Word document with another text in it."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            inside = old.read(name)
            is_text = name == "word/document.xml"
            new.writestr(name, change(inside.decode()).encode() if is_text else inside)
    return file.getvalue()


def test_what_is_no_word_document_is_refused() -> None:
    def zipped(**members: bytes) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return file.getvalue()

    whole = write_word_table(out(DEMOS[0], Language.EN))
    document = docx.Document()
    document.add_table(1, 2)
    rels = (
        b"<r><Relationship Type='x/officeDocument' Target='%s'/></r>",
        b"<r/>",
    )
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'
    bomb = b"<w>" + b" " * 50_000_000 + b"</w>"

    def beside(more: str) -> bytes:
        """The whole document with so much more in the part with its text."""
        return with_part(whole, lambda text: text.replace("<w:body>", f"{more}<w:body>"))

    assert read_word_table(beside("<!-- well -->")).rows
    noise = random.Random(1).randbytes(8_500_000)  # noqa: S311 - what cannot be packed
    crowded = io.BytesIO(whole)
    with zipfile.ZipFile(crowded, "a") as archive:
        for number in range(2000):
            archive.writestr(f"f{number}", b"")
    cases = [
        b"", b"PK", b"\xd0\xcf\x11\xe0" + b"\0" * 600, whole[:2000], whole[:-400],
        zipped(a=b"b"), zipped(**{"_rels/.rels": rels[1]}),
        zipped(**{"_rels/.rels": rels[0] % b"w.xml"}),
        zipped(**{"_rels/.rels": rels[0] % b"w.xml", "w.xml": bomb}),
        crowded.getvalue(), beside(" " * 10_000_000),
        beside(f"<!--{noise.hex()}-->"),
        zipped(**{"_rels/.rels": rels[0] % b"w.xml", "w.xml": entity}),
        zipped(**{"_rels/.rels": rels[0] % b"../../etc/passwd"}),
        saved(document),
    ]  # fmt: skip
    for data in cases:
        with pytest.raises(Problem) as caught:
            read_word_table(data)
        assert "Nothing was imported." in Words("en").problem(caught.value)


# --- all kinds --------------------------------------------------------------------------------


def test_other_endings_and_files_that_are_too_large_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"\.xlf"):
        write_translations(out(DEMOS[0], Language.EN), tmp_path / "a.pdf")
    with pytest.raises(Problem, match=r"\.xlf"):
        read_translations(tmp_path / "a.pdf")
    with pytest.raises(Problem, match="cannot be read"):
        read_translations(tmp_path / "none.csv")
    large = tmp_path / "large.csv"
    large.write_bytes(b"ID,Cymraeg,English\n" * 1_000_000)
    with pytest.raises(Problem, match="larger than 16 MB"):
        read_translations(large)


def test_a_basis_is_that_of_the_words_themselves() -> None:
    """Not of what a file can hold of them: they would all be stale."""
    there = purpose(said("a\uffffb", "cy"))
    for ending in ENDINGS:
        write, read = KINDS[ending]
        found = read(write(out(there, Language.EN)))
        rows = [row._replace(words="c", state=None) for row in found.rows if "purpose" in row.id]
        here = there.copy()
        here.take(bring_back(there, found.__class__(tuple(rows))).edit)
        assert here.session.purpose.en.basis == fingerprint("a\uffffb")
        assert here.session.purpose.state("en") is Translation.TRANSLATED
