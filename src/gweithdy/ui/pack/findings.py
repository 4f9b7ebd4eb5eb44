"""What to know before a pack goes out: who is named in it, what it lacks, what has no letters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.pack.copies import COPY_LABELS, Copy
from gweithdy.pack.gaps import Gap
from gweithdy.pack.kept_back import CHOICE_LABELS, PRIVATE_LABELS, Choice, Found
from gweithdy.pack.letters import Boxed
from gweithdy.pack.withheld import Withheld
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.access.tables import cells_speak
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.tips import tip

Key = tuple[str, str]

LIST, PLAINER, OPTIONS = "list", "plainer", "options"
"""The lines that lead to all texts, to those that could be plainer, and to what to print."""

OUTCOMES = {
    Choice.MARK: N_("a mark is printed"),
    Choice.LEAVE_OUT: N_("left out"),
    Choice.PRINT: N_("printed"),
}


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found, in the order in which it is shown."""

    private: Sequence[Found] = ()
    boxed: Sequence[Boxed] = ()
    gaps: Sequence[Gap] | None = None
    """None while it is not known yet."""
    plain: int = 0
    """Places where the organiser's words could be plainer."""
    copy: Copy = Copy.PARTICIPANTS
    withheld: Sequence[Withheld] = ()


class _WholeLines(QStyledItemDelegate):
    """Rows as high as their words are in the width of the list; Qt guesses that width."""

    def __init__(self, items: QListWidget) -> None:
        super().__init__(items)
        self._items = items

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        wide = self._items.viewport().width() - 2 * self._items.spacing()
        place = QStyleOptionViewItem(option)
        self.initStyleOption(place, index)
        place.rect = QRect(0, 0, wide, 1)
        style = self._items.style()
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, place, self._items)
        place.rect.setWidth(words.width())
        contents = QStyle.ContentsType.CT_ItemViewItem
        return QSize(0, style.sizeFromContents(contents, place, QSize(), self._items).height())


class FindingList(QWidget):
    """Sentences with counts, and each text; Enter goes to it, and a click where nothing is chosen.

    `chosen`: a person chose what becomes of these names and addresses. `asked`: to go to a noun's
    thing, and the field of it to write in ("title.en", or ""). `list_asked`: to all texts with
    their translations, `plainer_asked`: to those that could be plainer. `options_asked`: to what
    is printed, and for whom.
    """

    chosen = Signal(object, object)
    asked = Signal(str, str, str)
    list_asked = Signal()
    plainer_asked = Signal()
    options_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: object = None
        self.sentence = label("quiet", wrap=True)
        self.items = QListWidget()
        cells_speak(self.items)
        self.items.setFocusPolicy(CLICK_OR_TAB)
        self.items.setWordWrap(True)
        self.items.setItemDelegate(_WholeLines(self.items))
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.items.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.items.setSpacing(2)
        self.items.setMinimumHeight(80)
        self.items.itemActivated.connect(self._on_activated)
        self.items.itemClicked.connect(self._on_clicked)
        self.items.itemSelectionChanged.connect(self._show_choice)
        self.caption = label("field", wrap=True)
        self.choice = ChoiceBox(words, CHOICE_LABELS)
        self.caption.setBuddy(self.choice)
        self.choice.chosen.connect(self._on_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.sentence, self.items, self.caption, self.choice):
            column.addWidget(widget, 1 if widget is self.items else 0)

    def show_findings(self, found: Findings, choices: Mapping[Key, Choice]) -> None:
        """Show what was found and what becomes of it; what is selected stays so."""
        shown = (found, dict(choices), self._words.language)
        if shown == self._shown:
            return
        self._shown = shown
        kept = self._selected_keys()
        place = self.items.verticalScrollBar().value()
        self.items.blockSignals(True)
        self.items.clear()
        for each in found.private:
            choice = choices.get(each.key, Choice.MARK)
            self._add_private(each, choice, selected=each.key in kept)
        self._add_withheld(found)
        self._add_boxed(found.boxed)
        if found.gaps:
            said = self._words.tr("Both languages side by side")
            self._add(self._words.tr("Open the list of texts"), said, said, LIST)
        if found.plain:
            self._add_plainer(found.plain)
        self._add_gaps(found.gaps or ())
        self.items.blockSignals(False)
        self.items.verticalScrollBar().setValue(place)
        self._say(found)
        self._show_choice()

    def _add_private(self, found: Found, choice: Choice, *, selected: bool) -> None:
        tr = self._words.tr
        head = " · ".join(filter(None, (found.words, tr(found.where), tr(OUTCOMES[choice]))))
        about = f"{tr(PRIVATE_LABELS[found.kind])}: {_around(found)}"
        item = self._add(head, about, found.text, (found, choice))
        item.setData(LANGUAGE, found.language)
        item.setSelected(selected)

    def _add_withheld(self, found: Findings) -> None:
        """All that this copy leaves out, in one line: it is settled by whom it is for."""
        if found.withheld:
            tr = self._words.tr
            head = " · ".join((tr("Kept out of this copy"), tr(COPY_LABELS[found.copy])))
            said = "; ".join(f"{tr(each.what)}: {each.n}" for each in found.withheld)
            self._add(head, said, said, OPTIONS, most=len(said))

    def _add_plainer(self, plain: int) -> None:
        """The line that leads to the texts that could be plainer."""
        about = self._words.ntr(
            "In what you wrote {n} place could be plainer.",
            "In what you wrote {n} places could be plainer.",
            plain,
        )
        self._add(self._words.tr("Open what could be plainer"), about, about, PLAINER)

    def _add_boxed(self, boxed: Iterable[Boxed]) -> None:
        tr = self._words.tr
        for box in boxed:
            said = tr("Printed as boxes: {letters}", letters=" ".join(box.letters))
            head = " · ".join(filter(None, (tr(box.where), said)))
            self._add(head, box.text, box.text, box).setData(LANGUAGE, box.language)

    def _add_gaps(self, gaps: Iterable[Gap]) -> None:
        tr = self._words.tr
        for gap in gaps:
            lacking = tr("No Welsh") if gap.lacking is Language.CY else tr("No English")
            item = self._add(f"{tr(gap.where)} · {lacking}", gap.words, gap.words, gap)
            item.setData(LANGUAGE, gap.lacking.other)

    def _add(
        self, head: str, about: str, whole: str, data: object, most: int = 120
    ) -> QListWidgetItem:
        item = QListWidgetItem(f"{head}\n{_short(about, most)}")
        item.setData(Qt.ItemDataRole.UserRole, data)
        item.setToolTip(tip(_short(whole, 1000)))
        self.items.addItem(item)
        return item

    def _say(self, found: Findings) -> None:
        tr = self._words.tr
        self.items.setAccessibleName(tr("Before it goes out"))
        self.choice.retranslate()
        said: list[str] = []
        if found.private:
            said.append(tr("Names without consent and addresses: {n}.", n=len(found.private)))
        if found.boxed:
            said.append(tr("Texts with letters that no font here has: {n}.", n=len(found.boxed)))
        welsh = sum(gap.lacking is Language.CY for gap in found.gaps or ())
        if found.gaps:
            said.append(
                tr(
                    "Texts without Welsh: {welsh}. Texts without English: {english}. "
                    "They will be marked in the pack.",
                    welsh=welsh,
                    english=len(found.gaps) - welsh,
                )
            )
        elif found.gaps is not None:
            said.append(tr("✓ Every text is there in both languages."))
        self.sentence.setText("\n".join(said))
        self.items.setVisible(self.items.count() > 0)
        for widget in (self.caption, self.choice):
            widget.setVisible(bool(found.private))

    def _show_choice(self) -> None:
        tr = self._words.tr
        selected = self._selected()
        self.choice.setEnabled(bool(selected))
        n = len(selected)
        said = tr("For the names and addresses selected ({n})", n=n)
        self.caption.setText(said if n else tr("Select names or addresses to choose for them"))
        self.choice.setAccessibleName(self.caption.text())
        choices = {choice for _, choice in selected}
        if len(choices) == 1:
            self.choice.show_value(choices.pop())

    def _selected(self) -> list[tuple[Found, Choice]]:
        data = (item.data(Qt.ItemDataRole.UserRole) for item in self.items.selectedItems())
        return [each for each in data if isinstance(each, tuple)]

    def _selected_keys(self) -> set[Key]:
        return {found.key for found, _ in self._selected()}

    def _on_choice(self, choice: Choice) -> None:
        self.chosen.emit([found.key for found, _ in self._selected()], choice)

    def _on_activated(self, item: QListWidgetItem) -> None:
        data = item.data(Qt.ItemDataRole.UserRole)
        leads = {
            LIST: self.list_asked,
            PLAINER: self.plainer_asked,
            OPTIONS: self.options_asked,
        }
        if isinstance(data, str):
            leads[data].emit()
            return
        noun, id = _thing(data)
        if isinstance(data, Gap) and not noun:
            # The house that gives out the pack.
            self.options_asked.emit()
        if noun:
            path = f"{data.field}.{data.lacking}" if isinstance(data, Gap) else ""
            self.asked.emit(noun, id, path)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        # A name is clicked to choose what becomes of it; of a text there is nothing to choose.
        if not isinstance(item.data(Qt.ItemDataRole.UserRole), tuple):
            self._on_activated(item)


def _thing(data: object) -> tuple[str, Id]:
    """What a line is about, by noun and id; "" where that is nothing one can go to."""
    if isinstance(data, Gap):
        return data.noun, data.id
    thing = data[0].thing if isinstance(data, tuple) else getattr(data, "thing", None)
    return (thing.noun, thing.id) if thing else ("", "")


def _around(found: Found) -> str:
    """The words before and after what was found."""
    start = max(0, found.text.find(found.words) - 30)
    return ("…" if start else "") + found.text[start:]


def _short(words: str, most: int) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= most else one_line[:most] + "…"
