"""Reflections by kind."""

from collections.abc import Iterable

from gweithdy.domain.reflections import REFLECTION_LABELS, Reflection, ReflectionKind
from gweithdy.pack.document import Block, Item, SectionBlock
from gweithdy.pack.runs import Tone
from gweithdy.pack.writer import PartWriter


def reflections(p: PartWriter) -> Iterable[SectionBlock]:
    """What people learned, what surprised them, what they will try."""
    said = [each for each in p.workshop.of(Reflection) if p.text(each.text)]
    blocks: list[Block] = []
    kinds = dict.fromkeys((*ReflectionKind, *(each.kind for each in said)))
    for kind in kinds:
        listed = p.listed(_item(p, each) for each in said if each.kind == kind)
        blocks += p.section(p.tr(REFLECTION_LABELS[kind]), f"reflections-{kind}", listed)
    return p.section(p.tr("Reflections"), "reflections", blocks)


def _item(p: PartWriter, reflection: Reflection) -> Item:
    source = p.source(reflection.source, Tone.QUIET)
    beside = (*p.plain(" (", Tone.QUIET), *source, *p.plain(")", Tone.QUIET)) if source else ()
    return p.item((*p.text(reflection.text), *beside), reflection)
