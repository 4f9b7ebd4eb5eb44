"""A list as a CSV file: UTF-8 with a mark that Excel knows it by, and nothing that Excel runs."""

import csv
from datetime import date, datetime, time
from io import StringIO

from gweithdy.exchange.lists import Cell, Listing
from gweithdy.formulas import guarded


def csv_bytes(listing: Listing) -> bytes:
    """The bytes of the file; `'` stands before words that would be taken for a formula."""
    paper = StringIO()
    writer = csv.writer(paper, lineterminator="\r\n")
    writer.writerow(listing.headings)
    writer.writerows([_written(cell) for cell in row] for row in listing.rows)
    # Lone surrogates have no place in UTF-8.
    return paper.getvalue().encode("utf-8-sig", "replace")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case bool():
            return str(cell).upper()
        case datetime():
            return cell.isoformat(" ", "minutes")
        case time():
            return cell.isoformat("minutes")
        case date():
            return cell.isoformat()
    return str(cell)
