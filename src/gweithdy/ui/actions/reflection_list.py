"""The list of reflections: what was learned, what surprised, what will be tried."""

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_
from gweithdy.domain.reflections import REFLECTION_LABELS, Reflection, ReflectionKind
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import reflections
from gweithdy.language.sources import read_source, source_name
from gweithdy.language.words import Words
from gweithdy.ui.actions.list_pane import ListPane, Said, Verbs
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.rows import Column
from gweithdy.ui.widgets.source_box import SourceBox


class ReflectionList(ListPane):
    """Reflections by kind; kind and source of the next one stand in the line that adds it."""

    said = Said(
        N_("Reflections"),
        N_("A reflection. Type it and press Enter"),
        N_("Add a reflection"),
        N_("No reflections yet. A round of one sentence each is enough."),
    )

    def __init__(self, context: Context) -> None:
        verbs = Verbs(self._made, reflections.change, reflections.remove, reflections.move)
        super().__init__(context, Reflection, COLUMNS, verbs, "lightbulb", grouped_by="kind")
        self.kind = ChoiceBox(context.words, REFLECTION_LABELS)
        self.source = SourceBox(context)
        self.add_line.row.insertWidget(0, self.kind)
        self.add_line.row.insertWidget(2, self.source)

    def retranslate(self) -> None:
        super().retranslate()
        tr = self._context.words.tr
        self.kind.retranslate()
        self.kind.call(tr("Kind of reflection"))
        self.source.retranslate()
        self.source.call(tr("Where it was said"))

    def show_all(self) -> None:
        super().show_all()
        workshop = self._context.desk.workshop
        if workshop:
            self.source.show_sources(workshop)

    def _made(self, workshop: Workshop, words: str, language: Language) -> Edit:
        kind = ReflectionKind(self.kind.value())
        return reflections.add(workshop, words, language, kind, self.source.source())


def _source(reflection: Reflection, words: Words) -> str:
    return source_name(words, reflection.source)


def _read_source(typed: str, words: Words) -> str:
    return read_source(words, typed) if typed.strip() else ""


COLUMNS = (
    Column("kind", N_("Kind"), labels=REFLECTION_LABELS, width=250),
    Column("text", N_("Reflection"), width=240, stretch=1),
    Column("source", N_("Where it was said"), shown=_source, read=_read_source, width=140),
)
