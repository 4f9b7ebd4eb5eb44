"""The sheet that asks what goes out to a translator, into which language, as what kind of file."""

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.choice import labels
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.domain.translating import Unit, due, units, words_in
from gweithdy.domain.worklist import line_id
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label


class Which(StrEnum):
    """Which texts go out."""

    DUE = "due"
    SHOWN = "shown"
    ALL = "all"


class FileKind(StrEnum):
    """The kinds of file, by their endings."""

    XLIFF = ".xlf"
    WORD = ".docx"
    SHEET = ".csv"


WHICH_LABELS = labels(
    {
        Which.DUE: N_("What the pack still needs"),
        Which.SHOWN: N_("The texts that the list shows now"),
        Which.ALL: N_("All texts"),
    }
)
KIND_LABELS = labels(
    {
        FileKind.XLIFF: N_("XLIFF, for translators' programs"),
        FileKind.WORD: N_("A table in Word"),
        FileKind.SHEET: N_("A sheet (CSV)"),
    }
)
INTO_LABELS = labels({Language.CY: N_("Into Welsh"), Language.EN: N_("Into English")})


class SendSheet(QDialog):
    """`agreed` when the file is to be written: see `units`, `into`, `kind` and `marks`."""

    agreed = Signal()

    def __init__(
        self, parent: QWidget, context: Context, workshop: Workshop, shown: Collection[Id]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._shown = shown
        self._units = {each: units(workshop, each) for each in Language}
        self.language = ChoiceBox(context.words, INTO_LABELS)
        self.which = ChoiceBox(context.words, WHICH_LABELS)
        self.format = ChoiceBox(context.words, KIND_LABELS)
        self.mark = QCheckBox()
        self.told = label("quiet", wrap=True)
        self.write = button("primary")
        self.leave = button()
        self.write.clicked.connect(self._on_write)
        self.leave.clicked.connect(self.reject)
        for box in (self.language, self.which):
            box.chosen.connect(self._show)
        most = max(Language, key=lambda each: len(due(self._units[each])))
        self.language.show_value(most)
        self.mark.setChecked(True)
        self.setMinimumWidth(min(context.theme.px(480), parent.window().width() - 48))
        self._lay_out()
        self._show()
        self.write.setFocus()

    @property
    def into(self) -> Language:
        """The language to be translated into."""
        return Language(self.language.value())

    @property
    def kind(self) -> FileKind:
        """The kind of file."""
        return FileKind(self.format.value())

    @property
    def marks(self) -> bool:
        """Whether the texts are to be marked as sent."""
        return self.mark.isChecked()

    def units(self) -> list[Unit]:
        """What would go out now."""
        every = self._units[self.into]
        match self.which.value():
            case Which.DUE:
                return due(every)
            case Which.SHOWN:
                return [each for each in every if line_id(each.thing, each.field) in self._shown]
        return every

    def _show(self) -> None:
        some, words = self.units(), self._context.words
        said = words.tr("Texts: {texts}. Words: {words}.", texts=len(some), words=words_in(some))
        self.told.setText(said)
        self.write.setEnabled(bool(some))

    def _on_write(self) -> None:
        self.accept()
        self.agreed.emit()

    def _lay_out(self) -> None:
        tr = self._context.words.tr
        self.setWindowTitle(tr("Send out for translation"))
        self.mark.setText(tr("Mark them as sent for translation"))
        self.write.setText(tr("Write the file"))
        self.leave.setText(tr("Send nothing"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, box in (
            (tr("Language"), self.language),
            (tr("Which texts"), self.which),
            (tr("Kind of file"), self.format),
        ):
            caption = label("field")
            caption.setText(name)
            caption.setBuddy(box)
            box.setAccessibleName(name)
            form.addRow(caption, box)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.mark)
        column.addLayout(row)
