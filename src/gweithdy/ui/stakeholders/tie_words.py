"""The kinds of the ties of the selected stakeholder, in words on their lines."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsScene

from gweithdy.domain.boxes import Box, Cells
from gweithdy.domain.ids import Id
from gweithdy.domain.stakeholders import TIE_LABELS
from gweithdy.ui.context import Context
from gweithdy.ui.stakeholders.names import box_of
from gweithdy.ui.stakeholders.point import PointItem
from gweithdy.ui.stakeholders.tag import Tag
from gweithdy.ui.stakeholders.tie_item import TieItem

_ALONG = (0.55, 0.62, 0.48, 0.7, 0.4, 0.78, 0.32, 0.86, 0.24)
"""Where the word of a tie may stand, best first, from the selected end: there lines are close."""

Weights = Counter[Box]
"""How much it costs to cover a part of each box."""


class TieWords:
    """A tag for each of these ties, where it covers least."""

    def __init__(self, context: Context, scene: QGraphicsScene) -> None:
        self._context = context
        self._scene = scene
        self._tags: dict[Id, Tag] = {}

    def show(self, current: Id, ties: Iterable[TieItem], weights: Weights) -> None:
        """Show the words of `ties`, which all are ties of `current`, and no others."""
        font = self._context.theme.font(13)
        metrics, cells = QFontMetricsF(font), Cells(weights)
        shown = {item.tie.id: item for item in ties}
        for id in self._tags.keys() - shown.keys():
            self._scene.removeItem(self._tags.pop(id))
        for id, item in shown.items():
            words = self._context.words.tr(TIE_LABELS[item.tie.kind])
            size = (metrics.horizontalAdvance(words) + 8, metrics.height())
            away = item.away_from(current)
            boxes = [_box_at(away.pointAt(along), size) for along in _ALONG]
            box = min(boxes, key=lambda box: _covered(box, cells, weights))
            cells.add(box)
            weights[box] += 2
            self._tag(id).say(words, QRectF(*box))

    def clear(self) -> None:
        """Say nothing."""
        for tag in self._tags.values():
            self._scene.removeItem(tag)
        self._tags.clear()

    def _tag(self, id: Id) -> Tag:
        if id not in self._tags:
            color = self._context.theme.color
            tag = Tag()
            tag.setZValue(4)
            tag.setPen(QPen(color("accent"), 1))
            tag.show_look(self._context.theme.font(13), color("ink"), color("raised"))
            self._scene.addItem(tag)
            self._tags[id] = tag
        return self._tags[id]


def weights_of(points: Mapping[Id, PointItem], corners: Iterable[Box]) -> Weights:
    """What words should not cover. A point that is covered is lost; half a name can be read."""
    weights = Weights(corners)
    for point in points.values():
        x, y, r = point.x(), point.y(), point.radius
        weights[Box(x - r, y - r, 2 * r, 2 * r)] += 8 if point.is_current else 3
        if point.label:
            weights[box_of(point.label.translated(x, y))] += 4 if point.is_current else 2
    return weights


def _box_at(middle: QPointF, size: tuple[float, float]) -> Box:
    width, height = size
    return Box(middle.x() - width / 2, middle.y() - height / 2, width, height)


def _covered(box: Box, cells: Cells, weights: Weights) -> float:
    return sum(_shared(box, other) * weights[other] for other in cells.near(box))


def _shared(box: Box, other: Box) -> float:
    wide = min(box.x + box.width, other.x + other.width) - max(box.x, other.x)
    high = min(box.y + box.height, other.y + other.height) - max(box.y, other.y)
    return max(0.0, wide) * max(0.0, high)
