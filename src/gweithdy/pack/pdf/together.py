"""Several PDFs one after another."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf

from gweithdy.pack.reading import Readable


def together(packs: Sequence[Readable]) -> Readable:
    """The pages of all of `packs` in one file; one alone stays as it is."""
    if len(packs) == 1:
        return packs[0]
    paper = BytesIO()
    with pikepdf.new() as whole:
        for each in packs:
            with pikepdf.open(BytesIO(each.pdf)) as pdf:
                whole.pages.extend(pdf.pages)
        whole.save(paper)
    return Readable(
        paper.getvalue(),
        tuple(page for each in packs for page in each.pages),
        tuple(page for each in packs for page in each.spots),
    )
