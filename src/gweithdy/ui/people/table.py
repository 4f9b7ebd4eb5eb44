"""The table of people: its columns, and what several selected rows can do."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from gweithdy.domain.people import (
    LANGUAGE_CHOICE_LABELS,
    MODE_LABELS,
    SECTOR_LABELS,
    LanguageChoice,
    Participant,
    Sector,
)
from gweithdy.domain.problem import N_, NC_
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.consent import CONSENT_LABELS
from gweithdy.ui.widgets.rows import Column, RowsTable, pick_row


def _sector(person: Participant, words: Words) -> str:
    return "" if person.sector is Sector.UNKNOWN else words.tr(SECTOR_LABELS[person.sector])


def _language(person: Participant, words: Words) -> str:
    if person.language is LanguageChoice.NOT_ASKED:
        return ""
    return words.tr(LANGUAGE_CHOICE_LABELS[person.language])


COLUMNS = (
    Column("name", N_("Name or pseudonym"), width=150, stretch=1),
    Column("organisation", N_("Organisation"), width=150, stretch=1),
    Column("sector", N_("Sector"), SECTOR_LABELS, shown=_sector, width=130),
    Column("mode", N_("Takes part"), MODE_LABELS, width=110),
    Column("table", NC_("where people sit", "Table"), width=70),
    Column("language", N_("Language"), LANGUAGE_CHOICE_LABELS, shown=_language, width=146),
    Column("named", N_("May be named"), CONSENT_LABELS, width=110),
)


LEAST_NEEDED = ("sector", "table", "named", "language", "mode", "organisation")
"""The columns that give way one after another where there is no room: the details show them too."""


class PeopleTable(RowsTable):
    """Several people can be selected; `paste_asked` when a list is to be pasted."""

    paste_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, COLUMNS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())

    def show_sizes(self) -> None:
        """As many columns as there is room for."""
        px, header = self._context.theme.px, self.horizontalHeader()
        needed = {
            column.field: max(px(column.width), header.sectionSizeHint(place))
            for place, column in enumerate(COLUMNS)
        }
        hidden: set[str] = set()
        for field in LEAST_NEEDED:
            if sum(needed.values()) <= self.viewport().width():
                break
            hidden.add(field)
            del needed[field]
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column.field in hidden)
        super().show_sizes()

    def retranslate(self) -> None:
        self.setAccessibleName(self._context.words.tr("People"))
        super().retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "people.paste"):
            self.paste_asked.emit()
        elif is_key(event, "many.pick"):
            pick_row(self)
        else:
            super().keyPressEvent(event)
