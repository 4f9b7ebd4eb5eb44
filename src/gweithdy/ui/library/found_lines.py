"""How what was found is drawn: under the name of its session, with the words that were found."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gweithdy.language.finding import places
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.index import Index

HEADING = int(Qt.ItemDataRole.UserRole) + 1
"""The title of the session, for the first line of each; "" for the others."""
SHOWN = int(Qt.ItemDataRole.UserRole) + 2
"""What the line says below it."""
ASKED = int(Qt.ItemDataRole.UserRole) + 3
"""The words that were typed."""

ABOVE, INSET = 12, 16
BEFORE = 24
"""Letters that are kept before the first word that was found."""


class FoundLines(QStyledItemDelegate):
    """Marks words by weight and a line beneath: colour says nothing alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).lineSpacing()
        high = line + self._theme.px(10)
        return QSize(0, high + (line + self._theme.px(ABOVE) if index.data(HEADING) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        heading = index.data(HEADING)
        painter.save()
        if heading:
            line = QFontMetrics(option.font).lineSpacing()
            above = QRect(area.x(), area.y(), area.width(), line + self._theme.px(ABOVE))
            area.setTop(above.bottom() + 1)
            self._draw_heading(painter, above, heading)
        row = QStyleOptionViewItem(option)
        row.rect = area
        row.text = ""
        widget = option.widget
        style = widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, row, painter, widget)
        self._draw_words(painter, row, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.restore()

    def _draw_heading(self, painter: QPainter, area: QRect, heading: str) -> None:
        inset = self._theme.px(INSET) // 2
        area = area.adjusted(inset, 0, -inset, 0)
        font = self._theme.font(weight=QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        said = QFontMetrics(font).elidedText(heading, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), said)

    def _draw_words(self, painter: QPainter, row: QStyleOptionViewItem, index: Index) -> None:
        inset = self._theme.px(INSET)
        room = row.rect.width() - 2 * inset
        shown, asked = index.data(SHOWN) or "", index.data(ASKED) or ""
        metrics = QFontMetrics(row.font)
        said = metrics.elidedText(excerpt(shown, asked, room, metrics), _RIGHT, room)
        layout = QTextLayout(said, row.font)
        layout.setFormats([_marked(start, end, self._theme) for start, end in places(said, asked)])
        layout.beginLayout()
        layout.createLine().setLineWidth(room + inset)
        layout.endLayout()
        painter.setPen(self._theme.color("ink"))
        painter.setClipRect(row.rect)
        top = row.rect.y() + (row.rect.height() - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(row.rect.x() + inset, top))


_RIGHT = Qt.TextElideMode.ElideRight


def excerpt(shown: str, asked: str, room: int, metrics: QFontMetrics) -> str:
    """`shown`, cut at its beginning where what was found would else be out of sight."""
    found = places(shown, asked)
    if not found or metrics.horizontalAdvance(shown[: found[0][1]]) <= room * 0.8:
        return shown
    kind, colon, words = shown.partition(": ")
    begin = max(0, found[0][0] - len(kind) - len(colon) - BEFORE)
    # From the beginning of a word on.
    begin = words.find(" ", begin) + 1 if begin else 0
    return f"{kind}: … {words[begin:]}" if begin else shown


def _marked(start: int, end: int, theme: Theme) -> QTextLayout.FormatRange:
    how = QTextCharFormat()
    how.setFontWeight(QFont.Weight.Bold)
    how.setFontUnderline(True)
    how.setForeground(theme.color("accent"))
    range_ = QTextLayout.FormatRange()
    range_.start, range_.length, range_.format = start, end - start, how
    return range_
