"""Files that are damaged, or made to do harm: a clear refusal or a right import, never a fault."""

import io
import os
import random
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.exchange.incoming.samples import FILES, FORMS_ROWS, REPORTS, book

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.ids import new_id
from gweithdy.domain.people import Mode
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import both, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.arrived import known_marks, take_in
from gweithdy.edits.checks import LONGEST
from gweithdy.exchange.incoming.arriving import arriving_file, arriving_text
from gweithdy.exchange.incoming.decoding import decoded
from gweithdy.exchange.incoming.messages import Form, Left
from gweithdy.exchange.incoming.standing import Standing, judged, lines_of
from gweithdy.exchange.incoming.workbooks import MOST_ROWS
from gweithdy.exchange.keys import LARGEST_FILE
from gweithdy.exchange.people_file import read_people
from gweithdy.exchange.people_list import people_in

DAY, NOW = date(2026, 9, 10), datetime(2026, 9, 10, 15, tzinfo=UTC)
CHECKOUT = Path(__file__).resolve().parents[3]
EACH = 125
"""Mutations of each of the sixteen files: 2,000 in all."""
SECRETS = ("Please do not read", "Peidiwch", "Held back")


def cut(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randint(1, 40) :]


def break_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def scribble(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    signs = b"\"'<>&,;:\n\r\t=()[]{}0a .-\x00\x0b\xc5\xb5\xff\xfe"
    return data[:at] + bytes(chance.choices(signs, k=2)) + data[at + chance.randint(0, 2) :]


def repeat(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[: at + 300] + data[at:]


def noise(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at:]


def swap(data: bytes, chance: random.Random) -> bytes:
    """A letter or a digit is another one: a workbook stays one."""
    places = [at for at, byte in enumerate(data) if chr(byte).isalnum() and byte < 0x7F]
    at = chance.choice(places or [0])
    return data[:at] + bytes([chance.choice(b"a0Z9k")]) + data[at + 1 :]


def recode(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(["utf-16-le", "utf-16", "utf-32", "cp1252"]), "replace")


DAMAGES = (swap, swap, swap, cut, cut, break_off, scribble, scribble, repeat, noise, recode)


def inside(data: bytes, chance: random.Random, damage: Callable[[bytes], bytes]) -> bytes:
    """A workbook with damage to one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        names = old.namelist()
        hit = chance.choice([name for name in names if "sheet" in name or "Strings" in name])
        for name in names:
            part = old.read(name)
            new.writestr(name, damage(part) if name == hit else part)
    return file.getvalue()


def damaged(name: str, data: bytes, chance: random.Random) -> bytes:
    def damage(part: bytes) -> bytes:
        for _ in range(chance.randint(1, 3)):
            part = chance.choice(DAMAGES)(part or b" ", chance)
        return part

    is_book = name.endswith(".xlsx") and chance.random() < 0.8
    return inside(data, chance, damage) if is_book else damage(data)


def right_or_refused(path: Path, form: Form | None) -> str:
    """What became of a file; asserts that what comes of it is right, and comes only once."""
    try:
        found = arriving_file(path, DAY)
        chosen = form if form in [fit.form for fit in found.fits] else found.fits[0].form
        read = found.messages(chosen)
    except Problem as problem:
        # Every place in the message is filled.
        return f"refused: {problem}".partition(":")[0]
    workshop = Workshop(Session(id=new_id(), title=both("Diwrnod", "Day")))
    new = [each for each in judged(read, ()) if each.standing is Standing.NEW]
    if not new:
        return "nothing"
    edit = take_in(
        workshop, lines_of(new, "en", named=False), "", CardKind.NONE, "online", str(chosen), NOW
    )
    workshop.take(edit)
    cards = workshop.of(Card)
    assert len(cards) == len(new) == len(workshop.of(Arrived))
    for card in cards:
        words = card.text.as_said()
        assert words == tidy(words)
        assert 0 < len(words) <= LONGEST
    again = judged(read, known_marks(workshop))
    assert not [each for each in again if each.standing is Standing.NEW]
    return "imported"


@pytest.mark.parametrize("name", FILES)
def test_damaged_files_are_right_or_refused(name: str, tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    path = tmp_path / name
    for number in range(EACH):
        chance = random.Random(f"{name} {number}")  # noqa: S311 - the same damage every time
        path.write_bytes(damaged(name, FILES[name], chance))
        # Also as what it is not.
        form = chance.choice([None, None, *Form])
        seen[right_or_refused(path, form)] += 1
    assert seen["imported"] > EACH // 10
    assert seen["imported"] < EACH


@pytest.mark.parametrize("name", ["meeting_saved_chat.txt", "zoom-2021.txt", "zoom-welsh.txt"])
def test_no_damage_to_one_place_brings_a_private_message_out(name: str, tmp_path: Path) -> None:
    data, path = FILES[name], tmp_path / name
    for at in range(0, len(data), 3):
        path.write_bytes(data[:at] + b"#" + data[at + 1 :])
        try:
            found = arriving_file(path, DAY)
        except Problem:
            # Half a letter: it is no UTF-8 any more.
            assert data[at] > 0x7F
            continue
        for each in judged(found.messages(found.fits[0].form), ()):
            if each.standing is Standing.NEW:
                assert not any(secret in each.message.words for secret in SECRETS), at


def packed(**members: bytes) -> bytes:
    """The workbook of the form, with other members."""
    file = io.BytesIO()
    other = {
        name.replace("__", "/").replace("_xml", ".xml"): data for name, data in members.items()
    }
    with (
        zipfile.ZipFile(io.BytesIO(FILES["forms.xlsx"])) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, other.pop(name, old.read(name)))
        for name, data in other.items():
            new.writestr(name, data)
    return file.getvalue()


SHEET = b"<worksheet><sheetData>%s</sheetData></worksheet>"
BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
STRING = b'<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>'
DEEP = b"<a>" * 5000 + b"</a>" * 5000

BOMBS: dict[str, bytes] = {
    "entities": packed(xl__worksheets__sheet1_xml=BOMB + SHEET % (STRING % b"&c;")),
    "another file": packed(xl__worksheets__sheet1_xml=OUTSIDE + SHEET % (STRING % b"&x;")),
    "a bomb": packed(xl__worksheets__sheet1_xml=SHEET % (b" " * 200_000_000)),
    "no end": packed().replace(b"PK\x05\x06", b"PK\x05\x07"),
    "deep": packed(xl__worksheets__sheet1_xml=SHEET % DEEP),
    "far down": packed(xl__worksheets__sheet1_xml=SHEET % b'<row r="99999999"><c/></row>'),
    "far out": packed(xl__worksheets__sheet1_xml=SHEET % b'<row><c r="ZZZ1"><v>1</v></c></row>'),
    "no sheet": packed(xl__workbook_xml=b"<workbook><sheets/></workbook>"),
    "a document": b"PK\x03\x04" + b"\0" * 200,
    "nothing": b"",
    "spaces": b" \r\n\t \r\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "a program": b"MZ" + b"\0\1\2\3" * 999,
    "deep json": b'{"text": ' + b"[" * 100_000,
    "too large": b"a line\n" * (LARGEST_FILE // 7 + 1),
    "wide": (b"idea,who" + b",x" * 300 + b"\n") * 3,
    "long": b"idea\twho\n" * 60_000,
    "one cell": b'idea,who\n"' + b"x" * 200_000 + b'",y\n',
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_made_to_do_harm_is_refused(name: str, tmp_path: Path) -> None:
    kind = ".xlsx" if BOMBS[name].startswith(b"PK") else ".csv"
    path = tmp_path / f"file{kind}"
    path.write_bytes(BOMBS[name])
    with pytest.raises(Problem):  # noqa: PT012 - where it is refused differs
        found = arriving_file(path, DAY)
        for fit in found.fits:
            found.messages(fit.form)


@pytest.mark.parametrize("name", ["entities", "a bomb", "a picture", "far down", "nothing"])
def test_people_are_read_with_the_same_care(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(BOMBS[name])
    with pytest.raises(Problem):
        read_people(path)


TALK = [name for name in FILES if not name.startswith(("forms", "ideas", "list"))]


@pytest.mark.parametrize("name", TALK)
def test_what_people_said_is_no_list_of_people(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    with pytest.raises(Problem, match="what they said"):
        read_people(path)


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_stays_a_list_of_people(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(REPORTS[name])
    assert read_people(path).mode is Mode.ONLINE


def test_lines_are_not_more_than_rows(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("".join(f"Line number {n}\n" for n in range(MOST_ROWS + 1)))
    found = arriving_file(path, DAY)
    with pytest.raises(Problem, match=f"{MOST_ROWS}"):
        found.messages(found.fits[0].form)
    with pytest.raises(Problem, match=f"{MOST_ROWS}"):
        read_people(path)


def test_people_in_a_workbook_are_read(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(book("Sheet1", [("Enw", "E-bost"), ("Siân Puw", "sian@x.org"), ("Noa", "")]))
    listed = read_people(path).listed
    assert [each.name for each in people_in(listed.rows, listed.meanings)] == ["Siân Puw", "Noa"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_is_read(encoding: str) -> None:
    words = "Fferi ŵ ŷ â\r\nCaffi newydd\r\nLlwybr i bawb"
    assert decoded(words.encode(encoding)) == words


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_mark_of_a_file_decides_where_no_letter_is_latin(encoding: str) -> None:
    words = "ŵŷŴŶ" * 9
    assert decoded(words.encode(encoding)) == words


def test_an_old_code_page_is_read_too() -> None:
    assert decoded("Caffi â tho – “newydd”".encode("cp1252")) == "Caffi â tho – “newydd”"


def test_a_guard_against_formulas_is_taken_off_once() -> None:
    found = arriving_text("Idea\tWho\n'=SUM(A1) is no sum\tSiân\n'tis true\tNoa\n", DAY)
    assert [each.words for each in found.messages(Form.TABLE)] == [
        "=SUM(A1) is no sum", "'tis true",
    ]  # fmt: skip


def test_words_that_are_too_long_are_left_out_and_counted() -> None:
    found = arriving_text("Idea one\n" + "word " * 1200 + "\nIdea two\n", DAY)
    [one, long, two] = judged(found.messages(Form.LINES), ())
    assert (one.left, long.left, two.left) == (None, Left.LONG, None)
    assert not long.can_be_taken


def test_a_large_form_is_read(tmp_path: Path) -> None:
    head, first, second = FORMS_ROWS
    rows = [(n, *(first, second)[n % 2][1:]) for n in range(1, 2001)]
    path = tmp_path / "forms.xlsx"
    path.write_bytes(book("Sheet1", [head, *rows]))
    found = arriving_file(path, DAY)
    new = judged(found.messages(Form.FORMS), ())
    assert len(new) == 5000
    assert {each.standing for each in new} == {Standing.NEW}
    assert len({each.mark for each in new}) == 5000


def test_a_slip_in_utf_8_is_told_not_read_as_something_else() -> None:
    data = "Caffi â tho newydd, llwybr i bawb, dŵr, tŷ".encode()
    with pytest.raises(Problem):
        decoded(data[:-1])
    with pytest.raises(Problem):
        decoded(data.replace(b" i ", b" \xe9 "))


def test_a_report_has_the_bound_of_every_list(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    rows = "".join(f"Person {n}\t10:00\t11:00\t60\n" for n in range(MOST_ROWS + 1))
    path.write_text("Name\tFirst Join\tLast Leave\tIn-Meeting Duration\n" + rows)
    with pytest.raises(Problem, match=f"{MOST_ROWS}"):
        read_people(path)


LONG = 60_000
SLOW = (
    "14:04:11 From  " + "a  to  " * LONG,
    "14:04:11 From  Noa  to  Everyone: " + "a  to  b: " * LONG,
    "From " + "a to " * LONG,
    "a to " * LONG + "14:04",
    "[2:04 PM] a" + " " * LONG + "b",
    "[2:04 PM] " + "a" * LONG,
    "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" + "<v " * LONG,
    "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" + "<" * LONG,
    "first join " * LONG,
    "idea\twho\n" + "1.111" * LONG + "\tx\n" + "a@" + "b." * LONG + " \ty",
    "\n \t" * LONG + "x\ny",
    '[{"text": "' + "\\" * LONG,
)


PATIENCE = 60
"""Seconds: each of them is read in less than one."""


@pytest.mark.parametrize("number", range(len(SLOW)))
def test_no_text_takes_for_ever(number: int) -> None:
    """A pattern that goes back at every letter would not end in the life of this test."""
    paths = os.pathsep.join((str(CHECKOUT / "src"), str(CHECKOUT)))
    subprocess.run(
        [sys.executable, "-m", "tests.exchange.incoming.reader"],
        input=SLOW[number].encode(),
        env={**os.environ, "PYTHONPATH": paths},
        timeout=PATIENCE,
        check=True,
    )
