"""The details of the selected block, at the side of the plan."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.agenda import BLOCK_KIND_LABELS, Block
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import N_
from gweithdy.ui.agenda.fields import MinutesBox, TimeBox
from gweithdy.ui.attempt import NO_VISIT, Visit
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.one_line import OneLine


class BlockDetails(QScrollArea):
    """`given` carries the block, the field, its new value, and the visit."""

    given = Signal(str, str, object, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._words = words
        self._theme = context.theme
        self._block: Id = ""
        self._visit = ""
        self._sheet = _Sheet()
        self.title = BilingualField(context, "title", beside=False)
        self.kind = ChoiceBox(words, BLOCK_KIND_LABELS)
        self.minutes = MinutesBox(context)
        self.minutes.refused.connect(context.desk.refused)
        self.least = MinutesBox(context)
        self.least.refused.connect(context.desk.refused)
        self.optional = QCheckBox()
        self.locked = TimeBox(context)
        self.locked.refused.connect(context.desk.refused)
        self.lead = OneLine(context)
        self.lead.setMaxLength(200)
        self.notes = BilingualField(context, "notes", lines=2, beside=False)
        self.online = BilingualField(context, "online", lines=2, beside=False)
        self._captions = {name: label("field") for name in ("kind", "minutes", "least", "lead")}
        self._texts = {"title": self.title, "online": self.online, "notes": self.notes}
        self._lay_out()
        self._connect()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.title.set_label(N_("Title"))
        self.online.set_label(N_("What people online do"))
        self.notes.set_label(N_("Notes"))
        for name, text, field in (
            ("kind", tr("Kind"), self.kind),
            ("minutes", tr("Minutes"), self.minutes),
            ("least", tr("Not shorter than"), self.least),
            ("lead", tr("Lead"), self.lead),
        ):
            self._captions[name].setText(text)
            field.setAccessibleName(text)
        self.kind.retranslate()
        self.minutes.retranslate()
        self.least.retranslate()
        self.least.setToolTip(tr("Minutes that re-planning the day leaves to this block"))
        self.optional.setText(tr("May be left out"))
        self.locked.say(tr("Fixed start"))
        self.setAccessibleName(tr("Details of the block"))

    def show_block(self, block: Block, start: int) -> None:
        """Show `block`, which is to start at `start` minutes after midnight."""
        if block.id != self._block:
            # What was typed belongs to the block that was shown.
            self.commit()
            self._block, self._visit = block.id, new_id()
            self.verticalScrollBar().setValue(0)
        for name, field in self._texts.items():
            field.show_text(getattr(block, name), block.id)
            show_beginning(field)
        self.kind.show_value(block.kind)
        self.minutes.show_value(block.minutes, block.id)
        self.least.show_value(block.least, block.id)
        self.optional.setChecked(block.optional)
        self.locked.usual = self.locked.usual.replace(hour=start // 60 % 24, minute=start % 60)
        self.locked.show_value(block.locked, block.id)
        self.lead.show_value(block.lead, block.id)

    def minimumSizeHint(self) -> QSize:
        # Fields only scroll up and down, so they need their width, within reason.
        bar = self.verticalScrollBar().sizeHint().width()
        wanted = self._sheet.minimumSizeHint().width() + bar
        return QSize(min(wanted, self._theme.px(400)), 120)

    def commit(self) -> None:
        """Save what was typed, now."""
        for field in self._texts.values():
            field.commit()
        for line in (self.minutes, self.least, self.lead, self.locked.edit):
            line.commit()

    def focus_title(self) -> None:
        """Go to the title, in the language of the screen."""
        self.title.boxes[self._words.language].setFocus()

    def _connect(self) -> None:
        for name, field in self._texts.items():
            field.committed.connect(
                lambda text, name=name, field=field: self._give(name, text, field.visit)
            )
        self.kind.chosen.connect(lambda kind: self._give("kind", kind))
        self.minutes.given.connect(self._on_minutes)
        self.least.given.connect(self._on_least)
        self.optional.clicked.connect(lambda on: self._give("optional", bool(on)))
        self.locked.given.connect(self._on_locked)
        self.lead.given.connect(lambda lead: self._give("lead", lead))

    def _on_minutes(self, minutes: int) -> None:
        self._give("minutes", minutes, Visit(self._visit))

    def _on_least(self, minutes: int) -> None:
        self._give("least", minutes, Visit(f"{self._visit}-least"))

    def _on_locked(self, at: object) -> None:
        self._give("locked", at, Visit(f"{self._visit}-start"))

    def _give(self, field: str, value: object, visit: Visit = NO_VISIT) -> None:
        if self._block:
            self.given.emit(self._block, field, value, visit)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self._sheet
        inside.setProperty("role", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(captioned(self._captions["kind"], self.kind), 2)
        row.addLayout(captioned(self._captions["minutes"], self.minutes), 1)
        column.addLayout(row)
        column.addWidget(self.locked)
        spare = QHBoxLayout()
        spare.setSpacing(12)
        spare.addWidget(self.optional, 2, Qt.AlignmentFlag.AlignBottom)
        spare.addLayout(captioned(self._captions["least"], self.least), 1)
        column.addLayout(spare)
        column.addWidget(self.online)
        column.addLayout(captioned(self._captions["lead"], self.lead))
        column.addWidget(self.notes)
        column.addStretch()
        self.setWidget(inside)


class _Sheet(QFrame):
    """As high as its fields want to be: it scrolls, and squeezes none of them."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def show_beginning(field: BilingualField) -> None:
    """Show where long words begin, not where they end, unless somebody is typing there."""
    for box in field.boxes.values():
        if isinstance(box, QLineEdit) and not box.hasFocus():
            box.setCursorPosition(0)


def captioned(caption: QLabel, field: QWidget) -> QVBoxLayout:
    """A field under its caption, which is tied to it."""
    caption.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(4)
    # Beside higher fields both stand at the foot, next to each other.
    column.addStretch()
    column.addWidget(caption)
    column.addWidget(field)
    return column
