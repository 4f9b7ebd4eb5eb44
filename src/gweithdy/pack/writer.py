"""The writer of one part: our wording and people's words as runs, headings with their anchors."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gweithdy.domain.board import Theme
from gweithdy.domain.people import MODE_LABELS, Mode
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.pack.document import Block, Heading, Paragraph, Run, Runs, Table, Tone
from gweithdy.pack.names import Names
from gweithdy.pack.options import PackOptions


@dataclass(frozen=True)
class PartWriter:
    """What the sections of a part need to write themselves."""

    workshop: Workshop
    options: PackOptions
    words: Words
    names: Names
    today: date
    version: str

    @property
    def language(self) -> Language:
        return self.words.language

    def tr(self, message: str, /, **values: object) -> Runs:
        """Our own wording."""
        return self.plain(self.words.tr(message, **values))

    def ntr(self, one: str, many: str, n: int, /, **values: object) -> Runs:
        """Our own wording for a number."""
        return self.plain(self.words.ntr(one, many, n, **values))

    def plain(self, words: str, tone: Tone = Tone.PLAIN) -> Runs:
        """Words, numbers and names as they are."""
        return (Run(words, self.language, tone),) if words else ()

    def text(self, text: Text, tone: Tone = Tone.PLAIN) -> Runs:
        """A person's words; those that exist only in the other language say so."""
        words, language = text.best(self.language)
        if not words:
            return ()
        run = Run(words, language, tone)
        return (run,) if language is self.language else (run, *self._only(language))

    def _only(self, language: Language) -> Runs:
        mark = (
            self.words.tr("[In Welsh only]")
            if language is Language.CY
            else self.words.tr("[In English only]")
        )
        return (Run(" " + mark, self.language, Tone.QUIET),)

    def heading(self, level: int, runs: Runs, name: str) -> Heading:
        """A heading that links can lead to by `name`."""
        return Heading(
            language=self.language, level=level, runs=runs, anchor=f"{self.language}-{name}"
        )

    def section(self, title: Runs, name: str, blocks: Iterable[Block]) -> list[Block]:
        """A section with its heading; nothing where it has no blocks."""
        inside = list(blocks)
        return [self.heading(1, title, name), *inside] if inside else []

    def paragraph(self, runs: Runs, tone: Tone = Tone.PLAIN) -> Paragraph:
        """A paragraph in the language of the part."""
        return Paragraph(language=self.language, runs=runs, tone=tone)

    def table(
        self,
        caption: Runs,
        columns: Iterable[tuple[Runs, float]],
        rows: Iterable[tuple[Runs, ...]],
        numbers: Iterable[int] = (),
        share: float = 1.0,
    ) -> Table:
        """A table from its (header, width) columns."""
        header, widths = zip(*columns, strict=True)
        return Table(
            language=self.language,
            caption=caption,
            header=header,
            rows=tuple(rows),
            widths=widths,
            numbers=frozenset(numbers),
            share=share,
        )

    def source(self, source: str) -> str:
        """Where something came from: the room, online, or a table."""
        if source in set(Mode):
            return self.words.tr(MODE_LABELS[Mode(source)])
        return self.words.tr("Table {table}", table=source) if source else ""

    def theme_title(self, theme: Theme) -> Runs:
        """The name of a theme."""
        return self.text(theme.title) or self.tr("Theme without a name")


def joined(runs: Iterable[Runs], between: Run) -> Runs:
    """Runs one after another with `between` between them; empty ones are passed over."""
    whole: list[Run] = []
    for each in runs:
        if each:
            whole += [between, *each] if whole else each
    return tuple(whole)
