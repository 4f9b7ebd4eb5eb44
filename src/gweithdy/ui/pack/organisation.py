"""Who gives out the packs of this library, and the way to where that is entered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.domain.attached import Attached
from gweithdy.domain.organisation import ORGANISATION, Organisation
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Text, both
from gweithdy.domain.workshop import Taken, touches
from gweithdy.edits.organisation import organisation
from gweithdy.pack.house import House, house_of
from gweithdy.ui import ask
from gweithdy.ui.access.language import speak
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.wrapping_row import WrappingRow


def entered(context: Context) -> Organisation:
    """The organisation of the library; until one was entered, the names of earlier versions."""
    cy, en = (context.settings.get(f"organisation_{language}") for language in ("cy", "en"))
    name = both(cy, en) if cy or en else Text()
    return organisation(context.desk.catalogue, Organisation(id=ORGANISATION, name=name))


def bytes_in(context: Context, attached: Attached) -> bytes | None:
    """The bytes of a file; what stops them from being read is told."""
    try:
        return context.library.bytes_of(attached)
    except Problem as problem:
        context.desk.refused.emit(problem)
        return None


class OrganisationLine(QWidget):
    """`changed` when the organisation is another than it was."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._house = House()
        self._sheet: QWidget | None = None
        self._caption = label("field")
        self.name = label("body", wrap=True)
        self.enter = button("plain")
        self.enter.clicked.connect(self._on_enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._caption, self.name, WrappingRow([self.enter])):
            column.addWidget(widget)
        context.desk.changed.connect(self._on_changed)
        context.desk.opened.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self._caption.setText(tr("Organisation that gives out the pack"))
        self.enter.setText(tr("Organisation…"))
        self.enter.setAccessibleDescription(tr("Name, logo and colour on the cover"))
        name = entered(self._context).name
        self.name.setText(name.best(self._context.words.language)[0] or tr("None entered yet"))
        speak(self.name, name.spoken(self._context.words.language))

    def house(self) -> House:
        """The organisation with its logos."""
        now = entered(self._context)
        if now != self._house.about:
            # The same bytes stand there as long as the same files are named.
            self._house = house_of(now, lambda file: bytes_in(self._context, file))
        return self._house

    def _on_enter(self) -> None:
        # One, as long as the page lives: what is typed in it and not on disk stays in its boxes.
        from gweithdy.ui.pack.organisation_sheet import OrganisationSheet

        if not isinstance(self._sheet, OrganisationSheet):
            self._sheet = OrganisationSheet(self, self._context)
        self._sheet.show_all()
        ask.lay_over(self._sheet)

    def _on_changed(self, taken: Taken) -> None:
        if touches(taken, Organisation):
            self.retranslate()
            self.changed.emit()
