"""Translations from the command line: out to files, back from them, and suggestions."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gweithdy.cli.speech import say
from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import LANGUAGE_NAMES, TRANSLATION_LABELS, Language
from gweithdy.domain.translating import DONE, Unit, due, units, words_in
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import REASONS, Accepted, bring_back, mark_sent, suggest
from gweithdy.exchange.memories import pairs_elsewhere
from gweithdy.exchange.translations.files import (
    MEMORY,
    check_ending,
    read_translations,
    write_translations,
)
from gweithdy.exchange.translations.outgoing import Outgoing
from gweithdy.exchange.translations.tmx import read_tmx, write_tmx
from gweithdy.exchange.translators import (
    OWN,
    Translator,
    about,
    fitting,
    loaded,
    remembered,
    suggestions,
)
from gweithdy.language.memory import Match, Memories, Memory, pairs_of
from gweithdy.language.words import Words
from gweithdy.whole_file import check_place, write_file

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

Asked = argparse.Namespace
Write = Callable[[Edit], object]

REFUSED = 2
"""The exit code where a person has to look at something; what could be taken was taken."""


def writes(asked: Asked) -> bool:
    """Whether the library is changed, so that it must not be open elsewhere."""
    if asked.out:
        return bool(asked.sent)
    return not asked.dry_run if asked.file else bool(asked.translator)


def translate(library: "Library", workshop: Workshop, asked: Asked, words: Words) -> int:
    """Do what was asked for; the exit code."""
    if asked.out:
        return _send(library, workshop, asked, words)
    if asked.file:
        return _take(library, workshop, asked, words)
    return _suggest(library, workshop, asked, words)


def _send(library: "Library", workshop: Workshop, asked: Asked, words: Words) -> int:
    path: Path = asked.out
    check_place(path)
    if path.suffix.lower() == MEMORY:
        write_file(path, write_tmx(pairs_of(workshop)))
        say(words.tr("Written: {path}", path=path))
        return 0
    check_ending(path)
    target = _target(workshop, asked, words)
    some = _some(workshop, target, asked)
    near: dict[str, list[Match]] = {}
    if asked.memory is not None:
        memory = _memory(library, workshop, asked, target.other)
        near = {u.id: memory.find(u.original) for u in some if u.state not in DONE}
    out = Outgoing(workshop.session, target, some, near)
    write_file(path, write_translations(out, path))
    if asked.sent:
        library.write(mark_sent(workshop, some))
    say(words.tr("Texts: {texts}. Words: {words}.", texts=len(some), words=words_in(some)))
    say(words.tr("Written: {path}", path=path))
    return 0


def _take(library: "Library", workshop: Workshop, asked: Asked, words: Words) -> int:
    if asked.file.suffix.lower() == MEMORY:
        raise Problem(
            N_("A memory has no texts of this session: give it with --memory, to be offered.")
        )
    arrival = bring_back(workshop, read_translations(asked.file))
    for each in arrival.taken:
        print(_line(words.tr("Taken"), each, words))
    for row, reason, unit in arrival.refused:
        print(
            words.tr("Refused"), _where(unit, words) or row.id, _short(row.words),
            words.tr(REASONS[reason]), sep="\t",
        )  # fmt: skip
    if not asked.dry_run:
        library.write(arrival.edit)
    counts = {"taken": len(arrival.taken), "refused": len(arrival.refused), "left": arrival.left}
    say(words.tr("Taken: {taken}. Refused: {refused}. Unchanged: {left}.", **counts))
    if asked.dry_run:
        say(words.tr("Nothing was changed: this was a trial."))
    return REFUSED if arrival.refused else 0


def _suggest(library: "Library", workshop: Workshop, asked: Asked, words: Words) -> int:
    target = _target(workshop, asked, words)
    some = fitting(_some(workshop, target, asked))
    if asked.translator == OWN:
        memory = _memory(library, workshop, asked, target.other)
        found = remembered(Memories({target.other: memory}), some)
    else:
        translator = loaded(asked.translator)
        if not (about(translator).offline or asked.yes):
            _show_what_leaves(translator, some, words)
            raise Problem(N_("Nothing has left this computer. To send these words: --yes"))
        found = suggestions(translator, some)
    library.write(suggest(workshop, found))
    for each in found:
        print(_line(words.tr(TRANSLATION_LABELS[each.state]), each, words))
    say(
        words.tr(
            "Suggested: {n}. Without a suggestion: {rest}.",
            n=len(found),
            rest=len(some) - len(found),
        )
    )
    return 0


def _show_what_leaves(translator: Translator, some: Iterable[Unit], words: Words) -> None:
    name = about(translator).name[words.language]
    say(words.tr("These words would leave this computer, for {name}:", name=name))
    for unit in some:
        print(unit.original)


def _target(workshop: Workshop, asked: Asked, words: Words) -> Language:
    """The language that was asked for, or the only one that anything lacks."""
    if asked.to:
        return Language(asked.to)
    lacking = [each for each in Language if asked.all or due(units(workshop, each))]
    if len(lacking) > 1:
        raise Problem(N_("Both languages have texts to translate: choose one with --to."))
    return lacking[0] if lacking else Language(words.language)


def _some(workshop: Workshop, target: Language, asked: Asked) -> list[Unit]:
    every = units(workshop, target)
    some = every if asked.all else due(every)
    if not some:
        raise Problem(
            N_("Nothing in the pack is waiting to be translated: {language}. All texts: --all"),
            language=LANGUAGE_NAMES[target],
        )
    return some


def _memory(library: "Library", workshop: Workshop, asked: Asked, source: Language) -> Memory:
    """What was translated in this session, then in the others, then in a file."""
    pairs = pairs_of(workshop) + pairs_elsewhere(library, workshop.id)
    if asked.memory:
        pairs += read_tmx(asked.memory)
    return Memory(pairs, source)


def _line(what: str, each: Accepted, words: Words) -> str:
    return "\t".join((what, _where(each.unit, words), _short(each.words)))


def _where(unit: Unit | None, words: Words) -> str:
    if unit is None:
        return ""
    return f"{words.tr(unit.declared.label)}: {_short(unit.original)}"


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
