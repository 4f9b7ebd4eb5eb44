"""Tables: every cell knows its column, every row its head."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from gweithdy.pack.bars import bars_of
from gweithdy.pack.document import Blocks, Column, Row, Table
from gweithdy.pack.html.elements import element, lang, said
from gweithdy.pack.letters import one_line
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import runs_in

NARROW = 2
"""Columns that fit side by side on a telephone. With more, its rows become lists of cells."""
SHORT = 10
"""Rows up to which a table stays on one page of paper."""
LONG = 24
"""Letters from which a word may be broken, so that it does not push the table off the page."""

LONGEST_BAR = 75
"""Per cent of the cell: its number stands at the end of the bar."""

Cell = Callable[[Blocks], Iterable[Element]]


def table(block: Table, language: str, heading: str, cell: Cell) -> Element:
    """A table; one without a caption is called by the heading that it stands under."""
    heads = [_head(column, block) for column in block.columns]
    told = zip(block.rows, bars_of(block), strict=True)
    rows = [_row(row, block, cell, bars) for row, bars in told]
    caption = [element("caption", *said(block.caption, block.language))] if block.caption else []
    is_wide, is_short = len(block.columns) > NARROW, len(block.rows) <= SHORT
    return element(
        "table",
        *caption,
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
        class_=" ".join([*["wide"] * is_wide, *["short"] * is_short, *["pair"] * block.pair]),
        lang=language,
        aria_labelledby="" if caption else heading,
    )


def _head(column: Column, block: Table) -> Element:
    words = said(column.heading, block.language)
    return element("th", *words, scope="col", class_=_look(column))


def _row(row: Row, block: Table, cell: Cell, bars: Mapping[int, float]) -> Element:
    cells = _cells(row, block, cell, bars)
    return element("tr", *cells, lang=lang(row.language, block.language))


def _cells(row: Row, block: Table, cell: Cell, bars: Mapping[int, float]) -> Iterator[Element]:
    for place, (column, inside) in enumerate(zip(block.columns, row.cells, strict=True)):
        is_head = place == block.names
        # On a telephone it stands before what is in the cell.
        named = (
            {"data_head": one_line(words_of(column.heading))} if len(block.columns) > NARROW else {}
        )
        yield element(
            "th" if is_head else "td",
            *([_bar(bars[place])] if place in bars else []),
            *cell(inside),
            scope="row" if is_head else "",
            class_=_look(column, inside),
            **({} if is_head else named),
        )


def _bar(share: float) -> Element:
    """A length for the eye: the number beside it says the same."""
    whole = element("rect", width="100%", height="100%")
    return element("svg", whole, width=f"{share * LONGEST_BAR:.2f}%", aria_hidden="true")


def _look(column: Column, inside: Blocks = ()) -> str:
    words = (word for run in runs_in((column.heading, inside)) for word in run.text.split())
    long = any(len(word) >= LONG for word in words)
    return " ".join(["number"] * column.numbers + ["bar"] * column.bars + ["long"] * long)
