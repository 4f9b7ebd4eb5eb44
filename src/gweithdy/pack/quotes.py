"""Quotes in the language in which they were said."""

from collections.abc import Iterable

from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Quote
from gweithdy.domain.text import Language
from gweithdy.pack.document import QuoteBlock, SectionBlock
from gweithdy.pack.letters import best, has_ink
from gweithdy.pack.runs import Run, Runs, Voice
from gweithdy.pack.writer import PartWriter, thing


def quotes(p: PartWriter) -> Iterable[SectionBlock]:
    """Every quote; in the other language it is kept as said, a translation is called one."""
    kept = [quote for quote in p.workshop.of(Quote) if best(quote.text, p.language)[0]]
    return p.section(p.tr("Quotes"), "quotes", [_quote(p, quote) for quote in kept])


def _quote(p: PartWriter, quote: Quote) -> QuoteBlock:
    text = quote.text
    words, language = best(text, text.original or p.language)
    translation: Runs = ()
    if language is not p.language and has_ink(text.get(p.language)):
        own = (Run(text.get(p.language), p.language, voice=Voice.SAID),)
        translation = p.around(N_("Translation: {words}"), words=own)
    said_by: Runs = ()
    if p.options.shown.everything or (quote.named and p.options.prints_names):
        said_by = p.named(quote.speaker)
    if language is not p.language:
        mark = (
            p.words.tr("Said in Welsh")
            if language is Language.CY
            else p.words.tr("Said in English")
        )
        said_by = (*said_by, *p.plain((" · " if said_by else "") + mark))
    return QuoteBlock(
        language=p.language,
        runs=(Run(words, language, voice=Voice.SAID),),
        said_by=said_by,
        translation=translation,
        thing=thing(quote),
    )
