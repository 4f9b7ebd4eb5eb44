"""One stakeholder on the grid: its shape and its name."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsItem, QGraphicsPathItem

from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.ui.stakeholders.shapes import shape_of
from gweithdy.ui.stakeholders.tag import Tag
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.tips import tip

RADIUS = 8
LONGEST_NAME = 26
"""Characters of a name on the grid; the whole name is in the tooltip and in the table."""


class PointItem(QGraphicsPathItem):
    """Drawn at its place; `label` is where its name stands, None if there is no room for it."""

    def __init__(self, theme: Theme, who: Stakeholder) -> None:
        super().__init__()
        self._theme = theme
        self.who = who
        self.name = ""
        self.about = ""
        self.note = ""
        self.label: QRectF | None = None
        self.is_current = False
        self.radius = 0.0
        self.name_size = (0.0, 0.0)
        self._tag = Tag(self)
        self._ring = QGraphicsEllipseItem(self)
        self._ring.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)

    def show_stakeholder(self, who: Stakeholder, name: str, about: str) -> None:
        """Show these values; `about` is the whole of it in words."""
        self.who = who
        self.name = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
        self.about = about
        for part in (self, self._tag):
            part.setToolTip(tip(about))
        self.show_look()
        self._show_words()

    def show_look(self) -> None:
        """Colours and sizes of the theme of now."""
        color, self.radius = self._theme.color, float(self._theme.px(RADIUS))
        self.setPen(QPen(color("raised"), 1))
        self.setBrush(color("accent"))
        self.setPath(shape_of(self.who.group, self.radius))
        reach = self.radius + 4
        self._ring.setRect(-reach, -reach, 2 * reach, 2 * reach)
        self._ring.setPen(QPen(color("focus"), 2))
        self._ring.setBrush(color("raised"))
        self.name_size = self._size(self.name)
        self.show_current(self.is_current)

    def show_current(self, is_current: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Ring the point, and put it and its name before all others, if `is_current`."""
        self.is_current = is_current
        self.setZValue(3 if is_current else 2)
        self._ring.setVisible(is_current)
        # Lines of ties run below: without paper behind them the words are hard to read.
        paper = self._theme.color("raised")
        paper.setAlphaF(1.0 if is_current else 0.75)
        weight = QFont.Weight.DemiBold if is_current else QFont.Weight.Normal
        self._tag.show_look(self._theme.font(13, weight), self._theme.color("ink"), paper)

    def show_label(self, box: QRectF | None) -> None:
        """Put the name into `box`, in coordinates of this item."""
        if box != self.label or self.note:
            self.label, self.note = box, ""
            self._show_words()

    def show_note(self, note: str, inside: QRectF) -> None:
        """Show `note` in the place of the name, above or below, `inside` of the grid."""
        width, height = self._size(note)
        place = self.pos()
        left = max(inside.left(), min(inside.right() - width, place.x() - width / 2))
        above = place.y() - self.radius - 6 - height
        top = above if above >= inside.top() else place.y() + self.radius + 6
        self.label = QRectF(left, top, width, height).translated(-place)
        self.note = note
        self._show_words()

    def _show_words(self) -> None:
        if self.label:
            self._tag.say(self.note or self.name, self.label)
        else:
            self._tag.hide()

    def _size(self, words: str) -> tuple[float, float]:
        """Width and height of `words` as they are when this is the selected point."""
        metrics = QFontMetricsF(self._theme.font(13, QFont.Weight.DemiBold))
        return metrics.horizontalAdvance(words) + 4, metrics.height()
