"""The frame of the grid: where on screen a power and an interest are."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True, slots=True)
class Frame:
    """`rect` is the part of the view in which points can be, in pixels."""

    rect: QRectF

    def place_of(self, power: float, interest: float) -> QPointF:
        """The pixel for a power and an interest from 0 to 100."""
        return QPointF(
            self.rect.left() + self.rect.width() * interest / 100,
            self.rect.bottom() - self.rect.height() * power / 100,
        )

    def values_at(self, place: QPointF) -> tuple[int, int]:
        """Power and interest at a pixel; outside the frame those of its edge."""
        power = 100 * (self.rect.bottom() - place.y()) / max(1.0, self.rect.height())
        interest = 100 * (place.x() - self.rect.left()) / max(1.0, self.rect.width())
        return _on_scale(power), _on_scale(interest)


def _on_scale(value: float) -> int:
    return round(max(0.0, min(100.0, value)))
