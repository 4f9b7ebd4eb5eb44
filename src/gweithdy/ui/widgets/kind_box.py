"""The list of the kinds of card, each with its symbol and word."""

from PySide6.QtCore import QSize, Signal

from gweithdy.domain.board import CARD_KIND_LABELS, CardKind
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.card_kinds import kind_icon
from gweithdy.ui.widgets.source_box import QuietBox


class KindBox(QuietBox):
    """`chosen` comes from a person."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(12)
        self._context = context
        self._kinds = list(CardKind)
        for kind in CardKind:
            self.addItem("", kind)
        context.theme.changed.connect(self._show_icons)
        self.activated.connect(lambda: self.chosen.emit(self.kind()))
        self.retranslate()
        self._show_icons()

    def retranslate(self) -> None:
        """Words in the language of now."""
        for row, kind in enumerate(self._kinds):
            self.setItemText(row, self._context.words.tr(CARD_KIND_LABELS[kind]))

    def kind(self) -> CardKind:
        """The chosen kind."""
        return self._kinds[self.currentIndex()]

    def show_kind(self, kind: CardKind) -> None:
        """Show `kind` as chosen; one that this version does not know stands last, as *other*."""
        known = len(CardKind)
        while self.count() > known:
            self.removeItem(known)
            self._kinds.pop()
        if kind not in self._kinds:
            self._kinds.append(kind)
            self.addItem(self._context.words.tr(CARD_KIND_LABELS[kind]), kind)
            self._show_icons()
        self.setCurrentIndex(self._kinds.index(kind))

    def _show_icons(self) -> None:
        theme = self._context.theme
        self.setIconSize(QSize(theme.px(14), theme.px(14)))
        for row, kind in enumerate(self._kinds):
            if row:
                self.setItemIcon(row, kind_icon(theme, kind))
