"""The list of the kinds of card: each alone with its symbol, then several together."""

from itertools import combinations

from PySide6.QtCore import QSize, Signal

from gweithdy.domain.board import KINDS, CardKind
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.card_kinds import kind_icon, kinds_in_words
from gweithdy.ui.widgets.source_box import QuietBox

Kinds = tuple[CardKind, ...]

OFFERED: tuple[Kinds, ...] = (
    (),
    *((kind,) for kind in CardKind if kind is not CardKind.NONE),
    *(several for n in (2, 3) for several in combinations(KINDS, n)),
)
"""What a person can choose, in the order of the list."""


class KindBox(QuietBox):
    """`chosen` comes from a person and carries the kinds."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(12)
        self._context = context
        self._offered = list(OFFERED)
        self.addItems([""] * len(OFFERED))
        context.theme.changed.connect(self._show_icons)
        self.activated.connect(lambda: self.chosen.emit(self.kinds()))
        self.retranslate()
        self._show_icons()

    def retranslate(self) -> None:
        """Words in the language of now."""
        for row, kinds in enumerate(self._offered):
            self.setItemText(row, kinds_in_words(kinds, self._context.words))

    def kinds(self) -> Kinds:
        """The chosen kinds; () for none."""
        return self._offered[self.currentIndex()]

    def show_kinds(self, kinds: Kinds) -> None:
        """Show `kinds` as chosen; such as this version does not offer stand last."""
        while self.count() > len(OFFERED):
            self.removeItem(len(OFFERED))
            self._offered.pop()
        rows = [set(offered) for offered in self._offered]
        if set(kinds) not in rows:
            self._offered.append(kinds)
            rows.append(set(kinds))
            self.addItem(kinds_in_words(kinds, self._context.words))
            self._show_icons()
        self.setCurrentIndex(rows.index(set(kinds)))

    def _show_icons(self) -> None:
        theme = self._context.theme
        self.setIconSize(QSize(theme.px(14), theme.px(14)))
        for row, kinds in enumerate(self._offered):
            if len(kinds) == 1:
                self.setItemIcon(row, kind_icon(theme, kinds[0]))
