"""Files that go inside the PDF: what the charts show, as tables that other programs read."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from pikepdf import Array, Dictionary, Name, Pdf, String

from gweithdy.formulas import guarded
from gweithdy.pack.document import Blocks, Document, SectionBlock, Table
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import runs_in


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside the PDF; `title` says what it is."""

    name: str
    title: str
    content: bytes


def attachments(document: Document) -> list[Attached]:
    """The tables with bars, each as a file of its own."""
    return [
        Attached(
            f"{section.anchor}{f'-{n}' if n > 1 else ''}.csv",
            words_of(table.caption or section.heading),
            _csv(table),
        )
        for part in document.parts
        for section in _sections(part.sections)
        for n, table in enumerate(_charts(section.blocks), 1)
    ]


def _sections(blocks: Blocks) -> Iterator[SectionBlock]:
    for block in blocks:
        if isinstance(block, SectionBlock):
            yield block
            yield from _sections(block.blocks)


def _charts(blocks: Blocks) -> Iterator[Table]:
    tables = (block for block in blocks if isinstance(block, Table))
    return (table for table in tables if any(column.bars for column in table.columns))


def _csv(table: Table) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([guarded(words_of(column.heading)) for column in table.columns])
    for row in table.rows:
        writer.writerow([guarded(_words(cell)) for cell in row.cells])
    # Spreadsheets take a file without this mark for one in an older alphabet without ŵ and ŷ.
    return text.getvalue().encode("utf-8-sig")


def _words(cell: Blocks) -> str:
    return " · ".join("".join(run.text for run in runs_in(block)) for block in cell)


def attach(pdf: Pdf, files: Sequence[Attached], made: date) -> None:
    """Put `files` into `pdf`, as data that belong to the whole of it."""
    if not files:
        return
    names = Array()
    specs = Array()
    for file in sorted(files, key=lambda each: each.name):
        spec = pdf.make_indirect(_spec(pdf, file, made))
        names.extend([String(file.name), spec])
        specs.append(spec)
    pdf.Root.AF = specs
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))


def _spec(pdf: Pdf, file: Attached, made: date) -> Dictionary:
    stream = pdf.make_stream(
        file.content,
        Type=Name.EmbeddedFile,
        Subtype=Name("/text/csv"),
        Params=Dictionary(ModDate=String(f"D:{made:%Y%m%d}"), Size=len(file.content)),
    )
    return Dictionary(
        Type=Name.Filespec,
        F=String(file.name),
        UF=String(file.name),
        Desc=String(file.title),
        AFRelationship=Name.Data,
        EF=Dictionary(F=stream, UF=stream),
    )
