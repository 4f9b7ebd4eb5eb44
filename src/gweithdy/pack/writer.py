"""The writer of one part: our wording and people's words as runs and blocks of the tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from gweithdy.domain.board import SOURCE_LABELS, Card, CardKind, Theme
from gweithdy.domain.entity import Entity, noun_name
from gweithdy.domain.sources import is_table
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.pack.document import (
    Block,
    Blocks,
    Column,
    Item,
    ListBlock,
    Paragraph,
    Row,
    SectionBlock,
    Table,
)
from gweithdy.pack.letters import best, has_ink
from gweithdy.pack.marks import mark
from gweithdy.pack.names import Names
from gweithdy.pack.options import PackOptions, Section
from gweithdy.pack.runs import Run, Runs, Thing, Tone, Voice

NO_BREAK = "\u00a0"
"""A space at which no line ends."""
LONGEST_IN_SUMMARY = 600
"""Characters of a text of the session that the summary says whole."""


@dataclass(frozen=True)
class PartWriter:
    """What the sections of a part need to write themselves.

    `workshop` is the session as everybody may see it, `whole` also what is held back from them.
    """

    workshop: Workshop
    options: PackOptions
    words: Words
    names: Names
    today: date
    whole: Workshop | None = None

    @property
    def language(self) -> Language:
        """The language of the part."""
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
        """Words that name somebody; none in a copy without names."""
        if not self.options.shown.names:
            return ()
        return tuple(replace(run, voice=Voice.NAMING) for run in self.plain(words, tone))

    def text(self, text: Text, tone: Tone = Tone.PLAIN) -> Runs:
        """A person's words; those that exist only in the other language carry the mark."""
        words, language = best(text, self.language)
        if not words:
            return ()
        run = Run(words, language, tone, voice=Voice.SAID)
        return (run,) if language is self.language else (run, mark(self.language))

    def name(self, text: Text) -> Runs:
        """A name, in whichever language there is one: it is the same in the other."""
        words, language = best(text, self.language)
        return (Run(words, language, voice=Voice.SAID),) if words else ()

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

    def paragraph(
        self, runs: Runs, tone: Tone = Tone.PLAIN, of: Entity | Thing | None = None
    ) -> Paragraph:
        """A paragraph in the language of the part."""
        return Paragraph(language=self.language, runs=runs, tone=tone, thing=thing(of))

    def item(self, runs: Runs, of: Entity | None = None, kinds: tuple[CardKind, ...] = ()) -> Item:
        """An item of one paragraph."""
        blocks = (self.paragraph(runs),)
        return Item(language=self.language, blocks=blocks, kinds=kinds, thing=thing(of))

    def listed(self, items: Iterable[Item], *, short: bool = False) -> Iterator[ListBlock]:
        """A list; none where it has no items. `short` ones can stand side by side."""
        inside = tuple(items)
        if inside:
            yield ListBlock(language=self.language, items=inside, short=short)

    def cell(self, runs: Runs, beneath: Runs = ()) -> Blocks:
        """What stands in a cell, and in a quiet paragraph of its own what stands beneath it."""
        said = (self.paragraph(runs),) if runs else ()
        return (*said, self.paragraph(beneath, Tone.QUIET)) if beneath else said

    def row(self, of: Entity | Thing | None, *cells: Blocks) -> Row:
        """A row of a table."""
        return Row(language=self.language, cells=cells, thing=thing(of))

    def table(
        self, caption: Runs, columns: Iterable[Column], rows: Iterable[Row], names: int = 0
    ) -> Table:
        """A table whose column `names` says what each row is about.

        Columns in which nothing stands are left out.
        """
        every, lines = tuple(columns), tuple(rows)
        kept = [n for n in range(len(every)) if n == names or any(row.cells[n] for row in lines)]
        if len(kept) < len(every):
            every = tuple(every[n] for n in kept)
            lines = tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in lines)
        return Table(
            language=self.language,
            caption=caption,
            columns=every,
            rows=lines,
            names=kept.index(names),
        )

    def source(self, source: str, tone: Tone = Tone.PLAIN) -> Runs:
        """Where something came from: the room, online, or a table; nothing if that is kept back."""
        if not self.options.shown.sources:
            return ()
        if source in SOURCE_LABELS:
            return self.plain(self.words.tr(SOURCE_LABELS[source]), tone)
        said = source_name(self.words, source) if has_ink(source) else ""
        if is_table(source):
            # Else a number would stand alone on the next line.
            said = said.replace(" ", NO_BREAK)
        return tuple(replace(run, voice=Voice.SAID) for run in self.plain(said, tone))

    def votes_beside(self, n: int) -> Runs:
        """How many votes, quietly beside what they are for; nothing for none."""
        return self.beside(self.words.ntr("{n} vote", "{n} votes", n)) if n else ()

    def cards_beside(self, n: int) -> Runs:
        """How many cards, quietly beside their theme; nothing for none."""
        return self.beside(self.words.ntr("{n} card", "{n} cards", n)) if n else ()

    def beside(self, words: str) -> Runs:
        """Our own wording, quietly beside what it is about."""
        return self.plain(f" · {words}", Tone.QUIET)

    def facts_beside(self, facts: Iterable[Runs]) -> Runs:
        """What is known of something, quietly beside its words; empty facts are passed over."""
        dot = self.plain(f"{NO_BREAK}· ")[0]
        told = (run for fact in facts if fact for run in (dot, *fact))
        return tuple(replace(run, tone=Tone.QUIET) for run in told)

    def leading_to(self, section: Section, runs: Runs) -> Runs:
        """Our own wording as a link to a section."""
        return tuple(replace(run, link=f"#{self.language}-{section}") for run in runs)

    def is_in_summary(self, text: Text, section: Section) -> bool:
        """Whether the summary says all of a text of the session, which else has its `section`."""
        printed = self.options.printed()
        # In both languages alike, so that both parts have the same sections.
        is_short = max(len(text.get(language)) for language in Language) <= LONGEST_IN_SUMMARY
        return Section.SUMMARY in printed and (is_short or section not in printed)

    def title_of(self, of: Theme | Card) -> Runs:
        """The name of a theme, or the words of a card."""
        if isinstance(of, Card):
            return self.text(of.text) or self.tr("Card without words")
        return self.text(of.title) or self.tr("Theme without a name")


def joined(runs: Iterable[Runs], between: Run) -> Runs:
    """Runs one after another with `between` between them; empty ones are passed over."""
    whole: list[Run] = []
    for each in runs:
        if each:
            whole += [between, *each] if whole else each
    return tuple(whole)


def thing(of: Entity | Thing | None, field: str = "") -> Thing | None:
    """What a block came from, as the tree names it; `field` where it says one text of several."""
    return Thing(noun_name(of), of.id, field) if isinstance(of, Entity) else of
