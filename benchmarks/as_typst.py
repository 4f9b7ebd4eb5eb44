"""A document as typst's own language: the same words, tables, lists, boxes and drawings.

Only what the benchmark of the pack needs: it looks alike, and says as much.
"""

from collections.abc import Iterable, Iterator

from gweithdy.pack.document import (
    Block,
    Blocks,
    CardBox,
    Document,
    Entry,
    ListBlock,
    Paragraph,
    Part,
    QuoteBlock,
    SectionBlock,
    Table,
)
from gweithdy.pack.figures import Figure
from gweithdy.pack.letters import one_line
from gweithdy.pack.pdf.shapes import shapes
from gweithdy.pack.runs import Run, Runs, Tone, words_of
from gweithdy.pack.shapes import Disc, Label, Line, Panel, Shape

_QUIET = '#let quiet = rgb("#55646D")'
_RULES = """
#let ink = rgb("#0F5E5A")
#set text(font: "Source Sans 3", size: 12pt)
#set par(leading: 5pt, spacing: 13pt)
#set table(stroke: none, inset: (x: 0pt, y: 3.5pt), column-gutter: 12pt)
#show heading: set text(fill: ink)
#show link: set text(fill: ink)
"""


def source(document: Document) -> str:
    """The document in typst's language."""
    title, made = one_line(words_of(document.title)), document.made
    day = f"datetime(year: {made.year}, month: {made.month}, day: {made.day})"
    about = f"#set document(title: {_string(title)}, date: {day})"
    return "\n".join((_QUIET, _RULES, about, *(_part(part) for part in document.parts)))


def _part(part: Part) -> str:
    foot = f"{_text(part.foot.title)} #h(1fr) {_text(part.foot.version)} #h(1fr)"
    number = "#context [#counter(page).display() / #counter(page).final().first()]"
    paper = 'paper: "a4", margin: (x: 72pt, top: 58pt, bottom: 74pt)'
    cover, listed = part.cover, part.contents
    lines = [
        f'#set text(lang: "{part.language}")',
        f"#set page({paper}, footer: [#set text(size: 10.5pt); {foot} {number}])",
        _said((cover.kind,)),
        f"#heading(level: 1)[{_said(cover.title)}] <{cover.anchor}>",
        _said(cover.other_title),
        *(f"{_text(fact.label)} #h(2em) {_said(fact.value)}\n" for fact in cover.facts),
        _said(cover.also),
        "#pagebreak()",
        *_blocks((part.summary,) if part.summary else (), 2),
        "#pagebreak()",
        f"#heading(level: 2)[{_text(listed.title)}]",
        *_entries(listed.entries),
        *_blocks(part.sections, 2),
        "#pagebreak(weak: true)",
    ]
    return "\n\n".join(lines)


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        number = f"#context counter(page).at(<{entry.anchor}>).first()"
        dots = "#box(width: 1fr, repeat[.])"
        yield f"#link(<{entry.anchor}>)[{_said(entry.heading)}] {dots} {number}"
        yield from _entries(entry.entries)


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case SectionBlock():
            yield f"#heading(level: {level})[{_said(block.heading)}] <{block.anchor}>"
            yield from _blocks(block.blocks, level + 1)
        case Paragraph():
            yield _said(block.runs)
        case ListBlock():
            yield f"#list({', '.join(f'[{_cell(item.blocks)}]' for item in block.items)})"
        case Table():
            yield _said(block.caption)
            yield _table(block)
        case QuoteBlock():
            said = (block.runs, block.translation, block.said_by)
            inside = "\n\n".join(map(_said, said))
            yield f"#quote(block: true)[{inside}]"
        case CardBox():
            words = f"{_said(block.runs)} #h(1fr) {_said(block.facts)}"
            yield f'#block(width: 100%, inset: 8pt, fill: rgb("#F7F6F2"))[{words}]'
        case Figure():
            yield _figure(block)
            yield _said(block.caption)
        case _:
            raise TypeError(block)


def _table(block: Table) -> str:
    heads = ", ".join(f"[{_said(column.heading)}]" for column in block.columns)
    rows = ",\n".join(
        ", ".join(f"[{_cell(cell)}]" for cell in row.cells) + ", table.hline(stroke: 0.5pt)"
        for row in block.rows
    )
    widths = ", ".join("auto" if c.numbers else "1fr" for c in block.columns)
    return f"#table(columns: ({widths},), table.header({heads}),\n{rows})"


def _cell(blocks: Blocks) -> str:
    return "\n\n".join(_blocks(blocks, 0))


def _figure(figure: Figure) -> str:
    drawing = shapes(figure)
    drawn = " ".join(_shape(shape, drawing.height) for shape in drawing.shapes)
    box = f"#box(width: {drawing.width:.1f}pt, height: {drawing.height:.1f}pt)[{drawn}]"
    return f"#figure(alt: {_string(words_of(figure.alt))})[{box}]"


def _shape(shape: Shape, top: float) -> str:
    match shape:
        case Line(start=(x, y), end=(u, v)):
            ends = f"start: {_at(x, top - y)}, end: {_at(u, top - v)}"
            return f'#place(line({ends}, stroke: {shape.width}pt + rgb("{shape.colour}")))'
        case Panel(box=box):
            fill = f'rgb("{shape.fill}")' if shape.fill else "none"
            size = f"width: {box.width:.1f}pt, height: {box.height:.1f}pt, fill: {fill}"
            return f"#place(dx: {box.x:.1f}pt, dy: {top - box.y - box.height:.1f}pt, rect({size}))"
        case Disc(middle=(x, y), radius=r):
            disc = f'circle(radius: {r}pt, fill: rgb("{shape.fill}"))'
            return f"#place(dx: {x - r:.1f}pt, dy: {top - y - r:.1f}pt, {disc})"
        case Label(start=(x, y)):
            look = f'size: {shape.size}pt, fill: rgb("{shape.colour}")'
            words = f"text({look}, {_string(shape.text)})"
            return f"#place(dx: {x:.1f}pt, dy: {top - y - shape.size:.1f}pt, {words})"


def _at(x: float, y: float) -> str:
    return f"({x:.1f}pt, {y:.1f}pt)"


def _said(runs: Runs) -> str:
    return "".join(map(_text, runs))


def _text(run: Run) -> str:
    quiet = ", fill: quiet" if run.tone is Tone.QUIET else ""
    strong = ', weight: "semibold"' if run.tone is Tone.STRONG else ""
    said = f'#text(lang: "{run.language}"{quiet}{strong}, {_string(run.text)})'
    if run.link:
        target = f"<{run.link[1:]}>" if run.link.startswith("#") else _string(run.link)
        return f"#link({target})[{said}]"
    return said


def _string(words: str) -> str:
    safe = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{safe}"'
