"""Reflections by kind."""

from gweithdy.domain.reflections import REFLECTION_LABELS, Reflection
from gweithdy.pack.document import Block, ListBlock, Run, Runs, Tone
from gweithdy.pack.writer import PartWriter


def reflections(p: PartWriter) -> list[Block]:
    """What people learned, what surprised them, what they will try."""
    said = [each for each in p.workshop.of(Reflection) if each.text]
    blocks: list[Block] = []
    for kind, label in REFLECTION_LABELS.items():
        items = tuple(_item(p, each) for each in said if each.kind is kind)
        if items:
            blocks.append(p.heading(2, p.tr(label), f"reflections-{kind}"))
            blocks.append(ListBlock(language=p.language, items=items))
    return p.section(p.tr("Reflections"), "reflections", blocks)


def _item(p: PartWriter, reflection: Reflection) -> Runs:
    source = p.source(reflection.source)
    beside = (Run(f" ({source})", p.language, Tone.QUIET),) if source else ()
    return (*p.text(reflection.text), *beside)
