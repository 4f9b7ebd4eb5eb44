"""The writer of one part: our wording and people's words as runs and blocks of the tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from gweithdy.domain.board import CardKind, Theme
from gweithdy.domain.entity import Entity, noun_name
from gweithdy.domain.people import MODE_LABELS, Mode
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.pack.document import (
    Block,
    Blocks,
    Column,
    Item,
    ListBlock,
    Paragraph,
    Row,
    Run,
    Runs,
    SectionBlock,
    Table,
    Thing,
    Tone,
    Voice,
)
from gweithdy.pack.letters import best, has_ink
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

    def ctr(self, context: str, message: str, /) -> Runs:
        """Our own wording where the same English needs different Welsh by `context`."""
        return self.plain(self.words.ctr(context, message))

    def ntr(self, one: str, many: str, n: int, /, **values: object) -> Runs:
        """Our own wording for a number."""
        return self.plain(self.words.ntr(one, many, n, **values))

    def plain(self, words: str, tone: Tone = Tone.PLAIN) -> Runs:
        """Words, numbers and names as they are."""
        return (Run(words, self.language, tone),) if has_ink(words) else ()

    def around(self, message: str, /, **runs: Runs) -> Runs:
        """Our own wording with a person's words in its one place: `words=…` for "{words}"."""
        ((name, inside),) = runs.items()
        before, after = self.words.tr(message, **{name: "\0"}).split("\0")
        return (*self.plain(before), *inside, *self.plain(after))

    def named(self, words: str, tone: Tone = Tone.PLAIN) -> Runs:
        """Words that name somebody."""
        return tuple(replace(run, voice=Voice.NAMING) for run in self.plain(words, tone))

    def text(self, text: Text, tone: Tone = Tone.PLAIN) -> Runs:
        """A person's words; those that exist only in the other language say so."""
        words, language = best(text, self.language)
        if not words:
            return ()
        run = Run(words, language, tone, voice=Voice.SAID)
        return (run,) if language is self.language else (run, *self._only(language))

    def name(self, text: Text) -> Runs:
        """A name, in whichever language there is one: it is the same in the other."""
        words, language = best(text, self.language)
        return (Run(words, language, voice=Voice.SAID),) if words else ()

    def _only(self, language: Language) -> Runs:
        mark = (
            self.words.tr("[In Welsh only]")
            if language is Language.CY
            else self.words.tr("[In English only]")
        )
        return (Run(" " + mark, self.language, Tone.QUIET),)

    def section(
        self, heading: Runs, name: str, blocks: Iterable[Block], of: Entity | None = None
    ) -> Iterator[SectionBlock]:
        """A section that links can lead to by `name`; none where it has no blocks."""
        inside = tuple(blocks)
        if inside:
            yield SectionBlock(
                language=self.language,
                heading=heading,
                anchor=f"{self.language}-{name}",
                blocks=inside,
                thing=thing(of),
            )

    def paragraph(self, runs: Runs, tone: Tone = Tone.PLAIN, of: Entity | None = None) -> Paragraph:
        """A paragraph in the language of the part."""
        return Paragraph(language=self.language, runs=runs, tone=tone, thing=thing(of))

    def item(self, runs: Runs, of: Entity | None = None, symbol: CardKind = CardKind.NONE) -> Item:
        """An item of one paragraph."""
        blocks = (self.paragraph(runs),)
        return Item(language=self.language, blocks=blocks, symbol=symbol, thing=thing(of))

    def listed(self, items: Iterable[Item]) -> Iterator[ListBlock]:
        """A list; none where it has no items."""
        inside = tuple(items)
        if inside:
            yield ListBlock(language=self.language, items=inside)

    def cell(self, runs: Runs, beneath: Runs = ()) -> Blocks:
        """What stands in a cell, and in a quiet paragraph of its own what stands beneath it."""
        said = (self.paragraph(runs),) if runs else ()
        return (*said, self.paragraph(beneath, Tone.QUIET)) if beneath else said

    def row(self, of: Entity | None, *cells: Blocks) -> Row:
        """A row of a table."""
        return Row(language=self.language, cells=cells, thing=thing(of))

    def table(
        self, caption: Runs, columns: Iterable[Column], rows: Iterable[Row], names: int = 0
    ) -> Table:
        """A table whose column `names` says what each row is about."""
        return Table(
            language=self.language,
            caption=caption,
            columns=tuple(columns),
            rows=tuple(rows),
            names=names,
        )

    def source(self, source: str, tone: Tone = Tone.PLAIN) -> Runs:
        """Where something came from: the room, online, or a table."""
        if source in set(Mode):
            return self.plain(self.words.tr(MODE_LABELS[Mode(source)]), tone)
        said = self.words.tr("Table {table}", table=source) if has_ink(source) else ""
        return tuple(replace(run, voice=Voice.SAID) for run in self.plain(said, tone))

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


def thing(of: Entity | None) -> Thing | None:
    """What a block came from, as the tree names it."""
    return Thing(noun_name(of), of.id) if of else None
