"""Layouts: how the parts of a document are to stand, and what people call that."""

from enum import StrEnum

from gweithdy.domain.problem import N_


class Layout(StrEnum):
    """How the parts of a document are to stand.

    One after the other, side by side, in large print, or the summary alone on one page.
    """

    PARTS = "parts"
    COLUMNS = "columns"
    LARGE_PRINT = "large-print"
    SUMMARY = "summary"


LAYOUT_LABELS = {
    Layout.PARTS: N_("Part after part"),
    Layout.COLUMNS: N_("Agenda and actions side by side"),
    Layout.LARGE_PRINT: N_("Large print, 18 point"),
    Layout.SUMMARY: N_("A summary for the wall, one page a language"),
}
"""What people call each layout (catalogue texts)."""
