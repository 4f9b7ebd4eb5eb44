"""The pack as it will be: a page of it as a picture or in words, which page, and how large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.problem import N_
from gweithdy.pack.reading import Readable
from gweithdy.ui.context import Context
from gweithdy.ui.pack.reading import PagesInWords
from gweithdy.ui.pack.sheet import Sheet
from gweithdy.ui.pack.source import leads_to
from gweithdy.ui.page import Page
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_of import OneOf
from gweithdy.ui.widgets.tips import tip, tip_with_keys

POINTS_AN_INCH = 72
PIXELS_AN_INCH = 96


class Preview(QWidget):
    """A sheet, or the same pages in words, with a line beneath: which page, and which of the two.

    Both show the same page. What a person chose to look at is kept. `asked`: to go to a `Source`.
    """

    asked = Signal(object)

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__()
        self._words = context.words
        self._settings = context.settings
        self.sheet = Sheet(context.words)
        self.reading = PagesInWords(context)
        self.views = QStackedWidget()
        self.pages, self.text = button("switch"), button("switch")
        self._is_narrow = False
        self.number = label("body")
        self.percent = label("quiet")
        self.previous, self.next = button("quiet"), button("quiet")
        self.smaller, self.larger = button("quiet"), button("quiet")
        self.fit = button("quiet")
        self.go_there = button("quiet")
        self.go_there.clicked.connect(self.reading.ask)
        sheet = self.sheet
        page.bound.bind(
            {
                "pack.next": lambda: self._step(1),
                "pack.previous": lambda: self._step(-1),
                "pack.larger": lambda: sheet.resize_page(1),
                "pack.smaller": lambda: sheet.resize_page(-1),
                "pack.fit": sheet.fit,
            }
        )
        for made, id, sign in (
            (self.previous, "pack.previous", "‹"),
            (self.next, "pack.next", "›"),
            (self.smaller, "pack.smaller", "−"),
            (self.larger, "pack.larger", "+"),
        ):
            page.bound.dress(made, id, sign)
        page.bound.dress(self.fit, "pack.fit", N_("Whole page"))
        sheet.turned.connect(self._say_where)
        sheet.page.asked.connect(self.asked)
        self.reading.asked.connect(self.asked)
        self.reading.came.connect(self._show_source)
        self.reading.moved.connect(self._on_read)
        self._lay_out()
        self._shown = OneOf(self)
        self._shown.take(self.pages, "pages")
        self._shown.take(self.text, "text")
        self._shown.chosen.connect(self._choose)
        self._show_view()

    def retranslate(self) -> None:
        tr = self._words.tr
        self.sheet.setAccessibleName(tr("Preview"))
        self.pages.setText(tr("Pages"))
        self.text.setText(tr("Text"))
        self.reading.retranslate()
        for made, name in (
            (self.previous, tr("Page of the pack before")),
            (self.next, tr("Next page of the pack")),
            (self.smaller, tr("Smaller")),
            (self.larger, tr("Larger")),
            (self.fit, tr("Fit the whole page")),
        ):
            made.setAccessibleName(name)
        self.go_there.setText(tr("Go to the source"))
        self._show_source()
        self._say_where()

    def show_pack(self, pack: Readable) -> None:
        """Show these pages in the place of those of before."""
        self.sheet.show_pack(pack)
        self.reading.show_pages(pack.pages)

    def first(self) -> QWidget:
        """What is read, with the keyboard."""
        return self.reading if self._is_text() else self.sheet

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a yes or no is the whole matter
        """Where room is scarce only the keys say how large a page is, and fit it."""
        self._is_narrow = narrow
        self.number.setWordWrap(narrow)
        self._line.setStretchFactor(self.number, int(narrow))
        self._show_sizes()

    def _is_text(self) -> bool:
        return bool(self._settings.get("pack_view") == "text")

    def _choose(self, view: str) -> None:
        self._settings.put("pack_view", view)
        self._show_view()

    def _show_view(self) -> None:
        is_text, number = self._is_text(), self.sheet.number
        self._shown.show("text" if is_text else "pages")
        self.views.setCurrentWidget(self.first())
        self._show_sizes()
        if is_text:
            self.reading.go_to(number)

    def _show_sizes(self) -> None:
        """Words are as large as all words of the program."""
        for made in (self.smaller, self.larger):
            made.setHidden(self._is_text())
        for more in (self.percent, self.fit):
            more.setHidden(self._is_narrow or self._is_text())
        self.go_there.setVisible(self._is_text())

    def _show_source(self) -> None:
        """Where the words at the caret lead."""
        source = self.reading.source()
        self.go_there.setEnabled(source is not None)
        where = leads_to(self._words, source) if source else ""
        tip_with_keys(self.go_there, self._words, tip(where), "pack.source")
        self.go_there.setAccessibleDescription(where)

    def _step(self, by: int) -> None:
        self.sheet.step(by)
        if self._is_text():
            self.reading.go_to(self.sheet.number)

    def _on_read(self) -> None:
        self.sheet.go_to(self.reading.number)

    def _say_where(self) -> None:
        tr, sheet = self._words.tr, self.sheet
        for made in (self.smaller, self.larger, self.fit):
            made.setEnabled(sheet.count > 0)
        # A button that has the keyboard keeps it: at the end it does nothing.
        self.previous.setEnabled(sheet.number > 1 or self.previous.hasFocus())
        self.next.setEnabled(sheet.number < sheet.count or self.next.hasFocus())
        if not sheet.count:
            self.number.setText(tr("The pages are being made…"))
            sheet.setAccessibleDescription(self.number.text())
            return
        where = {"number": sheet.number, "count": sheet.count}
        self.number.setText(tr("Page {number} of {count}", **where))
        spoken = tr("Page {number} of {count}. The button “Text” shows its words.", **where)
        sheet.page.setAccessibleName(spoken)
        sheet.setAccessibleDescription(spoken)
        per_cent = round(100 * sheet.scale() * POINTS_AN_INCH / PIXELS_AN_INCH)
        self.percent.setText(tr("{n} %", n=per_cent))

    def _lay_out(self) -> None:
        self._line = line = QHBoxLayout()
        line.setSpacing(4)
        parts: tuple[QPushButton | QLabel, ...] = (self.previous, self.number, self.next)
        for made in parts:
            line.addWidget(made)
        line.addStretch()
        for made in (self.smaller, self.percent, self.larger, self.fit, self.go_there):
            line.addWidget(made)
        switch = QHBoxLayout()
        switch.setSpacing(0)
        for made in (self.pages, self.text):
            switch.addWidget(made)
        switch.addStretch()
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.views.addWidget(self.sheet)
        self.views.addWidget(self.reading)
        column.addLayout(switch)
        column.addWidget(self.views, 1)
        column.addLayout(line)
