"""The pack as it will be: a page of it, which page that is, and how large."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_
from gweithdy.ui.context import Context
from gweithdy.ui.pack.sheet import Sheet
from gweithdy.ui.page import Page
from gweithdy.ui.widgets.labels import button, label

POINTS_AN_INCH = 72
PIXELS_AN_INCH = 96


class Preview(QWidget):
    """A sheet with a line beneath it: pages one way, sizes the other."""

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__()
        self._words = context.words
        self.sheet = Sheet()
        self.setFocusProxy(self.sheet)
        self.number = label("body")
        self.percent = label("quiet")
        self.previous, self.next = button("quiet"), button("quiet")
        self.smaller, self.larger = button("quiet"), button("quiet")
        self.fit = button("quiet")
        sheet = self.sheet
        page.bound.bind(
            {
                "pack.next": lambda: sheet.step(1),
                "pack.previous": lambda: sheet.step(-1),
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
        self._lay_out()

    def retranslate(self) -> None:
        tr = self._words.tr
        self.sheet.setAccessibleName(tr("Preview"))
        for made, name in (
            (self.previous, tr("Page of the pack before")),
            (self.next, tr("Next page of the pack")),
            (self.smaller, tr("Smaller")),
            (self.larger, tr("Larger")),
            (self.fit, tr("Fit the whole page")),
        ):
            made.setAccessibleName(name)
        self._say_where()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages in the place of those of before."""
        self.sheet.show_pdf(pdf)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a yes or no is the whole matter
        """Where room is scarce only the keys say how large a page is, and fit it."""
        self.number.setWordWrap(narrow)
        self._line.setStretchFactor(self.number, int(narrow))
        self.percent.setHidden(narrow)
        self.fit.setHidden(narrow)

    def _say_where(self) -> None:
        tr, sheet = self._words.tr, self.sheet
        for made in (self.smaller, self.larger, self.fit):
            made.setEnabled(sheet.count > 0)
        self.previous.setEnabled(sheet.number > 1)
        self.next.setEnabled(sheet.number < sheet.count)
        if not sheet.count:
            self.number.setText(tr("The pages are being made…"))
            return
        said = tr("Page {number} of {count}", number=sheet.number, count=sheet.count)
        self.number.setText(said)
        sheet.page.setAccessibleName(said)
        per_cent = round(100 * sheet.scale() * POINTS_AN_INCH / PIXELS_AN_INCH)
        self.percent.setText(tr("{n} %", n=per_cent))

    def _lay_out(self) -> None:
        self._line = line = QHBoxLayout()
        line.setSpacing(4)
        parts: tuple[QPushButton | QLabel, ...] = (self.previous, self.number, self.next)
        for made in parts:
            line.addWidget(made)
        line.addStretch()
        for made in (self.smaller, self.percent, self.larger, self.fit):
            line.addWidget(made)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sheet, 1)
        column.addLayout(line)
