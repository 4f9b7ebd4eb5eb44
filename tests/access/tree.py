"""What a screen reader gets of a widget: its accessible tree, walked, and what is wrong in it."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QGraphicsView, QWidget

Role, Text = QAccessible.Role, QAccessible.Text

ITEMS = (Role.Cell, Role.ListItem, Role.TreeItem)
"""What is reached with the arrows inside a list, and not with Tab."""

MOST = 400
"""As many cells of one table are looked at."""


def elements(root: QWidget) -> Iterator[QAccessibleInterface]:
    """All that is on the screen inside of `root`, in the order of the tree."""
    yield from _below(QAccessible.queryAccessibleInterface(root))


def name_of(element: QAccessibleInterface) -> str:
    """What is said first when it is reached."""
    return str(element.text(Text.Name)).strip()


def faults(root: QWidget) -> list[str]:
    """What nobody could tell by ear: stops without a name, twins, things that are only drawn."""
    found = []
    stops: Counter[tuple[QAccessible.Role, str, int]] = Counter()
    for element in elements(root):
        widget = element.object()
        said = f"{element.role().name} {type(widget).__name__} {name_of(element)!r}"
        if element.role() in (Role.NoRole, Role.UserRole):
            found.append(f"{said}: no role")
        if (
            isinstance(widget, QGraphicsView)
            and widget.scene().items()
            and not element.childCount()
        ):
            found.append(f"{said}: drawn only")
        if not _is_stop(element):
            continue
        name, about = name_of(element), element.text(Text.Description)
        if name and (about == name or about.startswith(f"{name} (")):
            found.append(f"{said}: said twice, as {about!r}")
        if element.role() == Role.ComboBox:
            # Where there is a label, some systems read the value as the name of the box itself.
            if not any(_labels(element)):
                found.append(f"{said}: no label")
        elif not name_of(element)[:1].isalnum() and name_of(element)[:1] not in "+−▲✓#":
            found.append(f"{said}: no name")
        else:
            stops[element.role(), name_of(element), id(element.parent().object())] += 1
    twins = [f"{role.name} {name!r}: {n} of them" for (role, name, _), n in stops.items() if n > 1]
    return found + twins


def _below(element: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if element is None or not element.isValid() or element.state().invisible:
        return
    widget = element.object()
    if isinstance(widget, QWidget) and not widget.isVisible():
        return
    yield element
    if element.role() != Role.ComboBox:
        for place in range(min(element.childCount(), MOST)):
            yield from _below(element.child(place))


def _is_stop(element: QAccessibleInterface) -> bool:
    """Whether Tab stops at it."""
    widget = element.object()
    if not element.state().focusable or element.role() in ITEMS:
        return False
    if not isinstance(widget, QWidget):
        return True
    if isinstance(widget.parentWidget(), QComboBox):
        return False
    # What passes its focus on is no stop of its own.
    is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus & ~Qt.FocusPolicy.ClickFocus)
    return is_stop and widget.isEnabled() and widget.focusProxy() is None


def _labels(element: QAccessibleInterface) -> Iterator[str]:
    for other, relation in element.relations():
        if relation & QAccessible.RelationFlag.Label and name_of(other):
            yield name_of(other)
