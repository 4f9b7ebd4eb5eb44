"""Documents made by chance: every shape that the tree allows, often over the end of a page."""

from dataclasses import replace
from random import Random

from tests.pack.builders import Day, pack

from gweithdy.domain.board import CardKind
from gweithdy.domain.text import Language
from gweithdy.pack.document import (
    Block,
    Blocks,
    CardBox,
    Column,
    Document,
    Entry,
    Item,
    ListBlock,
    Paragraph,
    Part,
    QuoteBlock,
    Row,
    SectionBlock,
    Table,
)
from gweithdy.pack.figures import Figure, MapPoint, PowerInterestMap
from gweithdy.pack.runs import Run, Runs, Tone

SAID = "gŵyl tŷ ŵy Ŵ pobl y, o'r ★ gwaith. iawn the group what we did: co-op it's ☎ a"
WORDS = SAID.split()
LINKS = ("", "", "", "https://example.org/?a=1&b=2", "mailto:a@example.org", "#cy-part")


class Chance:
    """The same document for the same seed."""

    def __init__(self, seed: int) -> None:
        self.of = Random(seed)  # noqa: S311 - chance, not secrets
        self.sections = 0

    def document(self) -> Document:
        document = pack(Day(), language=self.of.choice(["cy", "cy", "en", "en", "both"]))
        return replace(document, parts=tuple(map(self._part, document.parts)))

    def _part(self, part: Part) -> Part:
        self.language = part.language
        sections = tuple(self.section(0) for _ in range(self.of.randint(1, 2)))
        entries = tuple(Entry(each.heading, each.anchor) for each in sections)
        return replace(part, contents=replace(part.contents, entries=entries), sections=sections)

    def words(self, most: int) -> str:
        n = self.of.choice([1, 3, 8, most])
        return " ".join(self.of.choices(WORDS, k=n)) + self.of.choice(
            ["", "", " ", "\n" + "w" * 90]
        )

    def runs(self, most: int = 30) -> Runs:
        # "#cy-part" is an anchor of the Welsh part alone.
        links = LINKS if self.language is Language.CY else LINKS[:-1]
        return tuple(
            Run(
                self.words(most),
                self.of.choice([self.language, self.language, self.language.other]),
                self.of.choice(list(Tone)),
                self.of.choice(links),
            )
            for _ in range(self.of.choice([1, 1, 1, 2, 4]))
        )

    def heading(self) -> Runs:
        return tuple(replace(run, link="") for run in self.runs(5))

    def section(self, level: int) -> SectionBlock:
        self.sections += 1
        anchor = f"{self.language}-{self.sections}"
        kinds = [self.paragraph, self.paragraph, self.list, self.table, self.quote, self.card]
        if level < 6:
            kinds.append(lambda: self.section(level + 1))
        kinds.append(self.figure)
        blocks = tuple(self.of.choice(kinds)() for _ in range(self.of.randint(1, 3)))
        given = {"heading": self.heading(), "anchor": anchor, "blocks": blocks}
        return SectionBlock(language=self.language, **given)

    def paragraph(self) -> Paragraph:
        most = self.of.choice([20, 20, 20, 500])
        tone = self.of.choice([Tone.PLAIN, Tone.PLAIN, Tone.QUIET])
        return Paragraph(language=self.language, runs=self.runs(most), tone=tone)

    def list(self, level: int = 0) -> ListBlock:
        items = tuple(self._item(level) for _ in range(self.of.randint(1, 3)))
        return ListBlock(language=self.language, items=items, short=self.of.random() < 0.3)

    def _item(self, level: int) -> Item:
        blocks: list[Block] = [self.paragraph()]
        if level < 2 and self.of.random() < 0.3:
            blocks.append(self.list(level + 1))
        kinds = self.of.choice([(), (CardKind.CULTURAL,), tuple(CardKind)[1:4]])
        return Item(language=self.language, blocks=tuple(blocks), kinds=kinds)

    def _cell(self) -> Blocks:
        n = self.of.choice([0, 1, 1, 1, 1, 2])
        blocks: list[Block] = [
            Paragraph(language=self.language, runs=self.runs(self.of.choice([4, 4, 4, 90])))
            for _ in range(n)
        ]
        return (*blocks, self.list(2)) if self.of.random() < 0.1 else tuple(blocks)

    def _number(self) -> Blocks:
        said = (Run(str(self.of.randrange(100)), self.language),)
        return (Paragraph(language=self.language, runs=said),)

    def table(self) -> Table:
        many = self.of.randint(1, 4)
        # The first one names the rows, so that it has no bars.
        bars = [n > 0 and self.of.random() < 0.2 for n in range(many)]
        rows = tuple(
            Row(
                language=self.language,
                cells=tuple(self._number() if each else self._cell() for each in bars),
            )
            for _ in range(self.of.choice([1, 3, 9]))
        )
        columns = tuple(Column(self.heading(), self.of.random() < 0.3, each) for each in bars)
        caption = self.of.choice([(), self.runs(6)])
        return Table(
            language=self.language,
            caption=caption,
            columns=columns,
            rows=rows,
            names=self.of.choice([n for n, each in enumerate(bars) if not each]),
        )

    def quote(self) -> QuoteBlock:
        said_by, translation = self.of.choice([(), self.runs(3)]), self.of.choice([(), self.runs()])
        return QuoteBlock(
            language=self.language, runs=self.runs(200), said_by=said_by, translation=translation
        )

    def card(self) -> CardBox:
        facts = self.of.choice([(), self.runs(3)])
        kinds = self.of.choice([(), *((kind,) for kind in CardKind), tuple(CardKind)[1:4]])
        return CardBox(language=self.language, runs=self.runs(40), kinds=kinds, facts=facts)

    def figure(self) -> Figure:
        across, up, *corners = (Run(self.of.choice(WORDS), self.language) for _ in range(6))
        points = tuple(
            MapPoint(n, self.heading(), self.of.randrange(100), self.of.randrange(100))
            for n in range(3)
        )
        return Figure(
            language=self.language,
            drawing=PowerInterestMap(points, ((0, 1),), across, up, tuple(corners)),
            alt=(Run(self.words(9), self.language),),
            caption=self.runs(5),
        )
