"""The order in which Tab, and a screen reader, go through a window: that of the screen."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QWidget

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def put_as_seen(whole: QWidget) -> None:
    """Let Tab and readers go through `whole` as its layouts show it, also what was made later.

    Qt takes the order in which widgets were made, which is nobody's but the programmer's.
    """
    for part in (whole, *whole.findChildren(QWidget)):
        _put_children(part, list(_seen_in(part)))
    stops = [part for part in _inside(whole) if _is_stop(part)]
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def first_in(whole: QWidget) -> QWidget | None:
    """What Tab comes to first in `whole`; None if there is nothing to come to."""
    part = whole.nextInFocusChain()
    while part is not None and part is not whole:
        can_take = part.isVisibleTo(whole) and part.isEnabled()
        if whole.isAncestorOf(part) and can_take and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return part
        part = part.nextInFocusChain()
    return None


def _put_children(parent: QWidget, seen: list[QWidget]) -> None:
    now = _children(parent)
    # What lies over the others, a sheet, goes on lying over them.
    wanted = seen + [child for child in now if child not in seen]
    if now != wanted:
        for child in wanted:
            child.raise_()


def _seen_in(parent: QWidget) -> Iterator[QWidget]:
    """The children that have their places in `parent`, in the order of these."""
    if isinstance(parent, QSplitter):
        for place in range(parent.count()):
            # The first handle is never to be seen.
            for each in (parent.handle(place) if place else None, parent.widget(place)):
                if each is not None:
                    yield each
    elif (layout := parent.layout()) is not None:
        yield from _laid_out(layout, _children(parent))


def _laid_out(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    """Which `children` of its widget a layout holds, in its order."""
    # Never by `itemAt`: Qt deletes its items without a word, Python goes on to take whatever comes
    # to lie in their place for them, and the program crashes somewhere else.
    parts: list[QLayout | QWidget] = [*layout.findChildren(QLayout, options=DIRECT)]
    parts += [each for each in children if layout.indexOf(each) >= 0]
    for part in sorted(parts, key=layout.indexOf):
        if isinstance(part, QLayout):
            yield from _laid_out(part, children)
        else:
            yield part


def _children(parent: QWidget) -> list[QWidget]:
    """The widgets in `parent`; a list that drops down is a window of its own."""
    found = (child for child in parent.children() if isinstance(child, QWidget))
    return [child for child in found if not child.isWindow()]


def _inside(whole: QWidget) -> Iterator[QWidget]:
    for child in _children(whole):
        yield child
        yield from _inside(child)


def _is_stop(part: QWidget) -> bool:
    # The line of a spin box is reached with the box. Of buttons of which one is chosen, each may
    # come to be the one for Tab, and has its place before that.
    return part.focusPolicy() is not Qt.FocusPolicy.NoFocus and part.focusProxy() is None
