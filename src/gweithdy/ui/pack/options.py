"""What a pack can be: for whom, languages, layout, sections, changes since, draft, names, house."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_
from gweithdy.pack.copies import COPY_LABELS, SHOWN, Copy
from gweithdy.pack.layouts import LAYOUT_LABELS, Layout
from gweithdy.pack.options import PackOptions, Section, usual_sections
from gweithdy.ui.context import Context
from gweithdy.ui.pack.captioned import Captioned
from gweithdy.ui.pack.chosen import Chosen, Languages
from gweithdy.ui.pack.organisation import OrganisationLine
from gweithdy.ui.pack.section_list import SectionList
from gweithdy.ui.pack.since_box import SinceBox
from gweithdy.ui.widgets.labels import label

COPY_NOTES = {
    Copy.PARTICIPANTS: N_(
        "Leaves out names without consent, addresses and numbers, and the facilitator's notes."
    ),
    Copy.COMMISSIONER: N_(
        "Also leaves out where each card, vote and reflection came from: room, online or table."
    ),
    Copy.PUBLIC: N_(
        "Names nobody, counts no group of fewer than 5 people, and does not say where things "
        "came from. It has no photos unless you choose them: faces and handwriting are personal."
    ),
    Copy.FACILITATOR: N_("Leaves out nothing, and says so. Do not pass it on."),
}
LANGUAGE_LABELS = {
    Languages.CY_EN: N_("Welsh first, then English"),
    Languages.EN_CY: N_("English first, then Welsh"),
    Languages.EACH: N_("Each in a document of its own"),
    Languages.CY: N_("Welsh only"),
    Languages.EN: N_("English only"),
}


class OptionsPanel(QWidget):
    """Parts one under another, each with `changed` and `retranslate`. `changed` by a person."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = words = context.words
        self.copy = Captioned(words, N_("Whom this copy is for"), COPY_LABELS, COPY_NOTES)
        self.languages = Captioned(words, N_("Languages of the pack"), LANGUAGE_LABELS)
        self.layouts = Captioned(words, N_("Layout of the pack"), LAYOUT_LABELS)
        self.since = SinceBox(words)
        self.sections = SectionList(words)
        self.draft, self.names = QCheckBox(), QCheckBox()
        self._draft_note, self._names_note = label("quiet", wrap=True), label("quiet", wrap=True)
        self.organisation = OrganisationLine(context)
        self._parts = (
            self.copy,
            self.languages,
            self.layouts,
            self.since,
            self.sections,
            self.organisation,
        )
        for part in self._parts:
            part.changed.connect(self._on_changed)
        for box in (self.draft, self.names):
            box.clicked.connect(self._on_changed)
        self.copy.changed.disconnect(self._on_changed)
        self.copy.changed.connect(self._on_copy)
        self.since.changed.disconnect(self._on_changed)
        self.since.changed.connect(self._on_since)
        context.theme.changed.connect(self.sections.rows.fit)
        self._lay_out()
        self.show_chosen(Chosen(), {})

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        for part in self._parts:
            part.retranslate()
        self.draft.setText(tr("This is a draft"))
        self._draft_note.setText(tr("It says so on each page, and counts as no version."))
        self.names.setText(tr("Print names where people agreed"))
        self._names_note.setText(
            tr(
                "Other names on the People list, e-mail addresses and telephone numbers are looked "
                "for in all that is printed. Before it goes out, choose what becomes of each."
            )
        )
        self.draft.setAccessibleDescription(self._draft_note.text())
        self.names.setAccessibleDescription(self._names_note.text())

    def show_chosen(self, chosen: Chosen, versions: Mapping[int, date]) -> None:
        """Show what was chosen for a session of which these versions are known."""
        self.copy.show_value(chosen.copy)
        self.languages.show_value(chosen.languages)
        self.layouts.offer(_layouts(chosen.languages), _possible(chosen).layout)
        self.since.offer(versions, chosen.since)
        self.sections.show_sections(chosen.order, chosen.left_out)
        self.draft.setChecked(chosen.draft)
        self.names.setChecked(chosen.names)
        self._show_what_counts()

    def chosen(self) -> Chosen:
        """What is chosen now."""
        return Chosen(
            copy=Copy(self.copy.value()),
            languages=Languages(self.languages.value()),
            layout=Layout(self.layouts.value()),
            order=self.sections.order(),
            left_out=self.sections.left_out(),
            since=self.since.value(),
            draft=self.draft.isChecked(),
            names=self.names.isChecked(),
        )

    def options(self) -> PackOptions:
        """The same as a pack is told it, but for what it says has changed."""
        chosen = self.chosen().options(self.organisation.house())
        return replace(chosen, bytes_of=self._context.library.bytes_of)

    def _on_copy(self) -> None:
        out = self._usually_out()
        if out - self.sections.usually_out:
            self.sections.leave_out(out)
        self._on_changed()

    def _usually_out(self) -> frozenset[Section]:
        return frozenset(Section) - frozenset(usual_sections(Copy(self.copy.value())))

    def _on_since(self) -> None:
        if self.since.value():
            # Else it would be chosen and not be seen.
            self.sections.take_in(Section.CHANGES)
        self._on_changed()

    def _on_changed(self) -> None:
        chosen = _possible(self.chosen())
        self.layouts.offer(_layouts(chosen.languages), chosen.layout)
        self._show_what_counts()
        self.changed.emit()

    def _show_what_counts(self) -> None:
        """What another choice has settled already rests."""
        shown = SHOWN[Copy(self.copy.value())]
        self.names.setEnabled(shown.names and not shown.everything)
        self.sections.usually_out = self._usually_out()
        self.sections.setEnabled(self.layouts.value() is not Layout.SUMMARY)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.copy, self.languages, self.layouts, self.since):
            column.addWidget(part)
        for box, note in ((self.draft, self._draft_note), (self.names, self._names_note)):
            together = QVBoxLayout()
            together.setSpacing(4)
            together.addWidget(box)
            together.addWidget(note)
            column.addLayout(together)
        column.addWidget(self.sections)
        column.addWidget(self.organisation)
        column.addStretch()


def _layouts(languages: Languages) -> Mapping[Layout, str]:
    """The layouts there are for these languages: nothing stands beside one alone."""
    without = (Layout.COLUMNS,) if languages.is_one else ()
    return {each: text for each, text in LAYOUT_LABELS.items() if each not in without}


def _possible(chosen: Chosen) -> Chosen:
    possible = chosen.layout in _layouts(chosen.languages)
    return chosen if possible else replace(chosen, layout=Layout.PARTS)
