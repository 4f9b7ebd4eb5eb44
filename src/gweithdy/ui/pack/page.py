"""The Pack page: what is missing, what to print, the pages as they will be, and the export."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.sending import Sent
from gweithdy.domain.workshop import Taken
from gweithdy.pack.files import EACH
from gweithdy.pack.kept_back import Choice, Found
from gweithdy.pack.plain import plain_hints
from gweithdy.pack.reading import Source
from gweithdy.pack.since import Since
from gweithdy.ui.context import Context
from gweithdy.ui.pack.chosen import keep, kept
from gweithdy.ui.pack.drawing import Drawing
from gweithdy.ui.pack.exporting import Exporting
from gweithdy.ui.pack.findings import FindingList, Findings, Key
from gweithdy.ui.pack.making import Looked, Making
from gweithdy.ui.pack.options import OptionsPanel
from gweithdy.ui.pack.preview import Preview
from gweithdy.ui.pack.sent_list import SentList
from gweithdy.ui.pack.source import page_of, path_of
from gweithdy.ui.page import Page
from gweithdy.ui.scrolling import Scrolling
from gweithdy.ui.widgets.labels import button, panel
from gweithdy.ui.widgets.one_of import OneOf
from gweithdy.ui.widgets.wrapping_row import GAP, WrappingRow

MARGIN = BETWEEN = 24
"""Pixels beside the page, and between what is decided and the pages."""


class PackPage(Page):
    """Left what to decide, right the pages."""

    titled = QSize(0, 560)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._choices: dict[Id, dict[Key, Choice]] = {}
        self._known: dict[tuple[Id, int], Since] = {}
        self._shown: Id = ""
        self._packs = -1
        self.looked: Looked | None = None
        self.options = OptionsPanel(context)
        self.look, self.choose, self.who = button("switch"), button("switch"), button("switch")
        self.views = QStackedWidget()
        # They scroll, and have what room the rows around them leave.
        self.views.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.findings = FindingList(self.words)
        self.sent = SentList(context)
        self.preview = Preview(context, self)
        self.drawing = Drawing(self, context, self._made)
        self.exporting = Exporting(context, self._made)
        self._connect()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Outcome pack"))
        self.look.setText(tr("Before it goes out"))
        self.choose.setText(tr("What to print"))
        self.who.setText(tr("Sending"))
        self.sent.retranslate()
        self._show_width()
        self.options.retranslate()
        self.exporting.retranslate()
        self.preview.retranslate()
        self.bound.retranslate()

    def first(self) -> QWidget | None:
        return self.preview.first()

    def show_all(self) -> None:
        if self.workshop:
            if self._shown != self.workshop.id:
                self._shown, self.looked, self._packs = self.workshop.id, None, -1
            if self._packs != self.workshop.session.packs:
                self._packs = self.workshop.session.packs
                self._show_options()
            self._show_findings()
            self.sent.show_all()
            self.drawing.soon()

    def show_changes(self, taken: Taken) -> None:
        if all(isinstance(now, Sent) for _, now in taken.values()):
            # No page of the pack says who got it.
            self.sent.show_all()
        else:
            self.show_all()

    def go_to(self, thing: Id) -> None:
        self._show_view(self.sent)
        self.sent.go_to(thing)
        self.sent.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ids: Collection[Id]) -> None:
        if self.sent.table.reveal(ids):
            self._show_view(self.sent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_width()

    def _connect(self) -> None:
        self.options.changed.connect(self._on_options)
        self.findings.asked.connect(self._go_to)
        self.findings.list_asked.connect(self._go_to_translations)
        self.findings.plainer_asked.connect(
            lambda: self.search_asked.emit("translation", "plainer")
        )
        self.findings.options_asked.connect(lambda: self._show_view(self.options))
        self.findings.chosen.connect(self._on_chosen)
        self.preview.asked.connect(self._go_to_source)
        self.drawing.made.connect(self._on_looked)
        self.exporting.translation_asked.connect(self._go_to_translations)
        self.exporting.written.mailed.connect(self._on_mailed)
        self.theme.changed.connect(self._show_width)

    def _show_narrow(self) -> None:
        """The pages can be smaller; words that lead somewhere cannot be cut."""
        self.preview.set_narrow(self.room().width() < self.theme.px(760))

    def _show_width(self) -> None:
        """At least two views by name, and all of them in one row where the pages have room too.

        The long name of a file may not push the pages aside.
        """
        self._show_narrow()
        wanted = [made.sizeHint().width() + GAP for made in (self.look, self.choose, self.who)]
        least = self.preview.minimumSizeHint().width() + 2 * MARGIN + BETWEEN
        in_one_row = self.room().width() - least >= sum(wanted)
        views = sum(wanted if in_one_row else wanted[:2])
        self._side.setMinimumWidth(max(300, views))
        self._side.setMaximumWidth(max(self.theme.px(420), views))

    def _lay_out(self) -> None:
        self._side = side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._switch())
        column.addWidget(self.views, 1)
        column.addWidget(self.exporting)
        across = QHBoxLayout()
        across.setSpacing(BETWEEN)
        across.addWidget(side, 2)
        across.addWidget(self.preview, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 16, MARGIN, 12)
        whole.setSpacing(8)
        whole.addWidget(self.title)
        whole.addLayout(across, 1)

    def _switch(self) -> QWidget:
        """What to look at before the pack goes out, what it is to be, and who got it."""
        self._group = OneOf(self)
        self._places: dict[QWidget, int] = {}
        views = ((self.look, self.findings), (self.choose, self.options), (self.who, self.sent))
        for made, view in views:
            sheet = panel()
            inside = QVBoxLayout(sheet)
            inside.setContentsMargins(16, 16, 16, 16)
            inside.setSpacing(16)
            if view is self.sent:
                inside.addWidget(self.exporting.written.verdict)
            inside.addWidget(view, 1)
            place = self.views.addWidget(Scrolling(sheet))
            self._places[view] = place
            self._group.take(made, place)
        self._group.chosen.connect(self.views.setCurrentIndex)
        self._group.show(self.views.currentIndex())
        return WrappingRow([made for made, _ in views])

    def _show_view(self, view: QWidget) -> None:
        place = self._places[view]
        self._group.show(place)
        self.views.setCurrentIndex(place)

    def _show_options(self) -> None:
        packed = self.context.library.packed(self._shown)
        versions = {number: each.at.astimezone().date() for number, each in packed.items()}
        self.options.show_chosen(kept(self.context.settings, self._shown), versions)

    def _show_findings(self) -> None:
        if self.workshop:
            options, looked = self.options.options(), self.looked
            language = "both" if options.language == EACH else options.language
            found = Findings(
                private=looked.found if looked else (),
                boxed=looked.boxed if looked else (),
                gaps=looked.gaps if looked else None,
                plain=len(plain_hints(self.workshop, language)),
                copy=options.copy,
                withheld=looked.withheld if looked else (),
            )
            self.findings.show_findings(found, self._choices.get(self._shown, {}))

    def _made(self) -> Making | None:
        """The pack of now."""
        if not self.workshop:
            return None
        choices = dict(self._choices.get(self.workshop.id, {}))

        def choose(found: Found) -> Choice:
            return choices.get(found.key, Choice.MARK)

        options = replace(self.options.options(), choose=choose)
        today = self.desk.now().astimezone().date()
        since = self.options.chosen().since
        library = self.context.library
        return Making(self.workshop.copy(), options, today, library, since, self._known)

    def _on_looked(self, looked: Looked) -> None:
        # Another session may have been opened meanwhile; its pages come next.
        if looked.session == self._shown:
            self.looked = looked
            self._show_findings()
            self.preview.show_pack(looked.pages)

    def _on_options(self) -> None:
        keep(self.context.settings, self._shown, self.options.chosen())
        self.show_all()

    def _on_chosen(self, keys: list[Key], choice: Choice) -> None:
        self._choices.setdefault(self._shown, {}).update(dict.fromkeys(keys, choice))
        self.show_all()

    def _on_mailed(self, session: Id, version: int, files: str) -> None:
        self.sent.went_out(session, version, files)
        if self._shown == session:
            self._show_view(self.sent)

    def _go_to_translations(self) -> None:
        self.asked_for.emit("translation")

    def _go_to_source(self, source: Source) -> None:
        thing = source.thing
        there = self.workshop.named(thing.noun, thing.id) if self.workshop else None
        if there is None or there.deleted:
            # The pages follow a moment after what is done.
            self.desk.refused.emit(Problem(N_("This is no longer there.")))
        else:
            self.thing_asked.emit(self._shown, page_of(thing), thing.id, path_of(source))

    def _go_to(self, noun: str, id: Id, path: str) -> None:
        self.thing_asked.emit(self._shown, NOUNS[noun].noun.page, id, path)
