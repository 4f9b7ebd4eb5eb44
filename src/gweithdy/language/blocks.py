"""What a block of the agenda is called."""

from gweithdy.domain.agenda import BLOCK_KIND_LABELS, Block
from gweithdy.language.words import Words


def title_of(block: Block, words: Words) -> str:
    """The title of a block, or what kind it is."""
    return block.title.best(words.language)[0] or words.tr(BLOCK_KIND_LABELS[block.kind])
