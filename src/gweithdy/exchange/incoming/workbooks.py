"""Excel workbooks as rows of plain values: read within bounds, and nothing in them is worked out.

openpyxl would follow entities, and raises whatever its parts raise on a damaged file; here every
part is read by its name, by the readers that translators' files go through.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.incoming.decoding import check_size
from gweithdy.exchange.keys import LARGEST_FILE
from gweithdy.exchange.xml_tree import Element, each_element, read_xml
from gweithdy.exchange.zipped import member

MOST_ROWS, MOST_COLUMNS = 50_000, 200

Value = str | float | datetime | None
"""What stands in a cell; a moment has no zone."""

REFUSED = N_(
    "This workbook is damaged, or no workbook, or larger inside than any list. "
    "Nothing was imported."
)

_CELL = re.compile(r"([A-Z]{1,3})\d+")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]")
_DATES = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
"""The formats of dates and times that every workbook has."""
_LAST_DAY = 2_958_465


def too_many_rows() -> Problem:
    """That a list, in a workbook or not, is longer than any that people write."""
    return Problem(N_("A list may have up to {most} rows. Nothing was imported."), most=MOST_ROWS)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with a name; `path` is its place in the file."""

    name: str
    path: str


class Book:
    """An open workbook."""

    def __init__(self, data: bytes) -> None:
        check_size(data)
        self._data = data
        root = self._tree("xl/workbook.xml")
        told = next((each for each in root.elements() if each.name == "workbookPr"), None)
        self._begins = 1904 if told and told.get("date1904") in ("1", "true") else 1900
        self.sheets = tuple(self._sheets(root))
        self._shared: tuple[str, ...] | None = None
        self._dates: tuple[bool, ...] | None = None

    def rows(self, sheet: Sheet) -> list[tuple[Value, ...]]:
        """The rows of a sheet, empty ones between them too, each up to its last filled cell."""
        rows: list[tuple[Value, ...]] = []
        number = letters = 0
        for row in each_element([self._member(sheet.path)], "row"):
            number = _whole(row.get("r")) or number + 1
            cells = self._cells(row)
            if not cells:
                # What has a colour or a height is there too, down to the last row there can be.
                continue
            if number > MOST_ROWS or len(rows) >= MOST_ROWS:
                raise too_many_rows()
            # One long text can be shared by thousands of cells.
            letters += sum(len(cell) for cell in cells if isinstance(cell, str))
            if letters > LARGEST_FILE:
                raise Problem(REFUSED)
            rows += [()] * (number - 1 - len(rows))
            rows.append(cells)
        return rows

    def _sheets(self, root: Element) -> Iterator[Sheet]:
        related = {
            each.get("Id"): each.get("Target")
            for each in self._tree("xl/_rels/workbook.xml.rels").all("Relationship")
        }
        for each in root.elements():
            if each.name == "sheet" and (target := related.get(each.get("id"), "")):
                path = target.removeprefix("/")
                yield Sheet(each.get("name"), path if path.startswith("xl/") else f"xl/{path}")

    def _cells(self, row: Element) -> tuple[Value, ...]:
        cells: dict[int, Value] = {}
        last = -1
        for cell in row.all("c"):
            place = _CELL.fullmatch(cell.get("r"))
            at = _column(place[1]) if place else last + 1
            last, value = at, self._value(cell)
            if value in (None, ""):
                continue
            if at >= MOST_COLUMNS:
                raise Problem(
                    N_("A list may have up to {most} columns. Nothing was imported."),
                    most=MOST_COLUMNS,
                )
            cells[at] = value
        return tuple(cells.get(at) for at in range(max(cells, default=-1) + 1))

    def _value(self, cell: Element) -> Value:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            inside = cell.first("is")
            return _words(inside) if inside else None
        held = cell.first("v")
        text = _text(held) if held else ""
        match kind:
            case "s":
                place = _whole(text)
                shared = self._strings()
                return shared[place] if place is not None and place < len(shared) else None
            case "n":
                return self._number(text, _whole(cell.get("s")) or 0)
            case "d":
                return _iso(text)
            case "e" | "b":
                return None if kind == "e" else "TRUE" if text == "1" else "FALSE"
        return _unescaped(text)

    def _number(self, text: str, style: int) -> Value:
        try:
            number = float(text)
        except ValueError:
            return text or None
        dates = self._date_styles()
        is_day = style < len(dates) and dates[style] and 0 <= number <= _LAST_DAY
        if not is_day:
            return number
        begin = datetime(1904, 1, 1) if self._begins == 1904 else datetime(1899, 12, 30)  # noqa: DTZ001
        try:
            return begin + timedelta(milliseconds=round(number * 86_400_000))
        except OverflowError:
            return number

    def _strings(self) -> tuple[str, ...]:
        if self._shared is None:
            data = self._member("xl/sharedStrings.xml")
            self._shared = tuple(_words(each) for each in each_element([data], "si"))
        return self._shared

    def _date_styles(self) -> tuple[bool, ...]:
        """Of each style of cells whether it shows a day or a time."""
        if self._dates is None:
            root = self._tree("xl/styles.xml")
            own = {
                each.get("numFmtId"): _shows_time(each.get("formatCode"))
                for each in root.elements()
                if each.name == "numFmt"
            }
            styles = root.first("cellXfs")
            numbers = [each.get("numFmtId") for each in styles.all("xf")] if styles else []
            self._dates = tuple(_is_date(number, own) for number in numbers)
        return self._dates

    def _tree(self, path: str) -> Element:
        return read_xml(self._member(path))

    def _member(self, path: str) -> bytes:
        return member(self._data, path, REFUSED)


def is_zipped(data: bytes) -> bool:
    """Whether a file is packed, as workbooks and documents are."""
    return data.startswith(b"PK\x03\x04")


def _is_date(number: str, own: Mapping[str, bool]) -> bool:
    return own[number] if number in own else _whole(number) in _DATES


def _shows_time(code: str) -> bool:
    return bool(set("dmyhs") & set(_QUOTED.sub("", code).casefold().replace("general", "")))


def _words(element: Element) -> str:
    """The words of runs, without how they are to be pronounced."""
    parts: list[str] = []
    for each in element.content:
        if isinstance(each, Element) and each.name in ("t", "r"):
            inside = [each] if each.name == "t" else each.all("t")
            parts += [_text(one) for one in inside]
    return _unescaped("".join(parts))


def _text(element: Element) -> str:
    return "".join(each for each in element.content if isinstance(each, str))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _iso(text: str) -> Value:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text or None


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - 64
    return at - 1
