"""Lists of a session, read back with other tools: CSV by Python's own, XLSX by openpyxl."""

import csv
import zipfile
from datetime import UTC, date, datetime, time
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.utils import get_column_letter
from tests.builders import workshops
from tests.pack.builders import Day, rich_day

from gweithdy.domain.agenda import Block
from gweithdy.domain.entity import noun_name
from gweithdy.domain.merging import seen
from gweithdy.domain.people import Participant
from gweithdy.domain.session import Series, Session
from gweithdy.domain.tallies import votes_seen
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import running
from gweithdy.exchange.csv_list import csv_bytes
from gweithdy.exchange.headings import HEADINGS, LABELS, TITLES
from gweithdy.exchange.keys import LISTED, written_fields
from gweithdy.exchange.lists import Listing, listings
from gweithdy.exchange.workbook import xlsx_bytes
from gweithdy.formulas import unguarded

NOW = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
DANGERS = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠1"]
ORDINARY = ["ordinary", "it's", "a=1"]
LOOKING_GUARDED = ["'=1", "''@a"]


def at(hour: int, minute: int) -> datetime:
    """A time of the first of July, as on a clock."""
    return datetime.combine(date(2026, 7, 1), time(hour, minute))


def lists(workshop: Workshop, now: datetime = NOW) -> dict[str, Listing]:
    return {each.key: each for each in listings(workshop, None, now)}


def column(listing: Listing, *ends: str) -> list[object]:
    """The values under the heading that ends so."""
    (at,) = [n for n, heading in enumerate(listing.headings) if heading.endswith(ends)]
    return [row[at] for row in listing.rows]


def table(listing: Listing) -> list[list[str]]:
    return list(csv.reader(StringIO(csv_bytes(listing).decode("utf-8-sig"), newline="")))


def test_every_list_column_and_choice_has_a_name() -> None:
    assert {noun.noun.key for noun in LISTED if not noun.noun.single} | {"session"} == set(TITLES)
    for noun in (Session, *LISTED):
        for field in written_fields(noun):
            if not noun.noun.single:
                named = {field.name, f"{noun_name(noun)}.{field.name}"}
                assert named & HEADINGS.keys(), named
                assert not field.choices or field.choices in LABELS, field.choices


def test_each_text_has_a_column_for_each_language() -> None:
    cards = lists(rich_day().workshop())["cards"]
    welsh, english = (column(cards, f"Words ({language})") for language in ("Cymraeg", "English"))
    assert any(welsh)
    assert any(english)
    assert welsh != english


def test_the_agenda_has_planned_and_real_times_while_the_day_runs() -> None:
    day = Day(date=date(2026, 7, 1), start=time(9, 30))
    for n in range(3):
        day.add(Block, title=both(f"Bloc {n}", f"Block {n}"), minutes=30)
    workshop = day.workshop()
    began, later = (datetime(2026, 7, 1, 8, minute, tzinfo=UTC) for minute in (35, 50))
    workshop.take(running.start(workshop, began))
    agenda = lists(workshop, later)["agenda"]
    assert column(agenda, "Planned start")[0] == at(9, 30)
    assert column(agenda, "Planned end")[2] == at(11, 0)
    # In summer the clocks of Wales are an hour ahead.
    assert column(agenda, "Began") == [at(9, 35), None, None]
    assert column(agenda, "Where it stands (English)") == ["Now", "Next", "Later"]
    expected = [None, at(10, 5), at(10, 35)]
    assert column(agenda, "Expected start") == expected
    assert "2026-07-01 09:35" in csv_bytes(agenda).decode("utf-8-sig")


def test_a_plan_without_a_date_has_times_of_the_clock() -> None:
    day = Day(start=time(23, 50))
    day.add(Block, minutes=30)
    agenda = lists(day.workshop())["agenda"]
    assert column(agenda, "Planned start") == ["23:50"]
    assert column(agenda, "Planned end") == ["00:20"]
    assert "Began" not in "".join(h for h in agenda.headings if "Where" in h)


@pytest.mark.parametrize(
    "name", [*DANGERS, *LOOKING_GUARDED, "\t=1", "\r\n=1", "ordinary", "it's", "a=1"]
)
def test_nothing_is_run_as_a_formula(name: str) -> None:
    day = Day()
    day.add(Participant, name=name, organisation=said(name, "en"))
    people = lists(day.workshop())["people"]
    (_, row) = table(people)
    written = row[1]
    is_dangerous = name.strip("'\t\r\n \u00a0")[0] in "=+-@＝＋－＠"
    assert written == (f"'{name}" if is_dangerous else name)
    # Whoever takes off the one that guards has what was typed.
    assert unguarded(written) == name
    book = openpyxl.load_workbook(BytesIO(xlsx_bytes([people], date(2026, 1, 1))))
    cell = book.worksheets[0].cell(2, 2)
    assert cell.data_type == "s"
    assert cell.value.split() == name.split()
    assert cell.quotePrefix == is_dangerous


def test_an_error_of_excel_is_only_words() -> None:
    day = Day()
    day.add(Participant, name="#N/A")
    data = xlsx_bytes(listings(day.workshop(), None, NOW), NOW.date())
    book = openpyxl.load_workbook(BytesIO(data))
    assert book.worksheets[1].cell(2, 2).data_type == "s"


def test_excel_opens_welsh_letters_right() -> None:
    day = Day()
    day.add(Participant, name="Siân Ŵyn, Tŷ")
    data = csv_bytes(lists(day.workshop())["people"])
    assert data.startswith(b"\xef\xbb\xbf")
    assert '"Siân Ŵyn, Tŷ"'.encode() in data
    assert data.count(b"\r\n") == 2


def test_dates_are_dates_and_old_ones_are_words() -> None:
    for day in (date(2026, 11, 12), date(1, 1, 1)):
        workshop = Workshop(Session(id=rich_day().session.id, title=both("a", "b"), date=day))
        session = lists(workshop)["session"]
        at = session.headings.index("Dyddiad / Date") + 1
        data = xlsx_bytes([session], date(2026, 1, 1))
        cell = openpyxl.load_workbook(BytesIO(data)).worksheets[0].cell(2, at)
        assert cell.value == (
            datetime.fromisoformat("2026-11-12") if day.year > 1900 else "0001-01-01"
        )
        assert day.isoformat() in csv_bytes(session).decode("utf-8-sig")


def test_the_workbook_says_nothing_of_the_machine_and_is_the_same_every_time() -> None:
    workshop = rich_day().workshop()
    made = date(2026, 11, 12)
    one, two = (xlsx_bytes(listings(workshop, None, NOW), made) for _ in range(2))
    assert one == two
    with zipfile.ZipFile(BytesIO(one)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        told = {each.tag.rpartition("}")[2]: each.text for each in ET.fromstring(
            archive.read("docProps/core.xml")
        )}  # fmt: skip
    assert told == {
        "creator": "gweithdy",
        "created": "2026-11-12T00:00:00Z",
        "modified": "2026-11-12T00:00:00Z",
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_any_session_can_be_read_back(made: tuple[Workshop, Series | None]) -> None:
    workshop, series = made
    every = list(listings(workshop, series, NOW))
    book = openpyxl.load_workbook(BytesIO(xlsx_bytes(every, NOW.date())))
    assert len(book.worksheets) == len(every)
    for sheet, each in zip(book.worksheets, every, strict=True):
        rows = table(each)
        assert len(rows) == len(each.rows) + 1 == sheet.max_row
        assert {len(row) for row in rows} == {len(each.headings)} == {sheet.max_column}
        assert len(set(each.headings)) == len(each.headings)
        at = each.headings.index("id")
        ids = [row[at] for row in each.rows]
        assert [row[at] for row in rows[1:]] == ids
        assert [cell.value for cell in sheet[get_column_letter(at + 1)][1:]] == ids
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert not kinds & {"f", "e"}
    owned = {noun.noun.key: len(workshop.of(noun)) for noun in LISTED if not noun.noun.single}
    owned["cards"] = len(seen(workshop))
    # What is kept back until a round is closed is in no list.
    owned["votes"] = len(votes_seen(workshop))
    counts = {key: count for key, count in owned.items() if count}
    assert {each.key: len(each.rows) for each in every} == {"session": 1, **counts}
