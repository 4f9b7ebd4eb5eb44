"""Texts in a session file: words, or words with their state and basis, in each language."""

from collections.abc import Iterator
from dataclasses import replace

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Language, Text, Translation, Written, fingerprint
from gweithdy.exchange.block_text import scalar
from gweithdy.exchange.nodes import Mapped, Node, Scalar, known_keys
from gweithdy.exchange.scalars import words, wrong

TEXT_EXPECTED = N_("the words after “cy:” or “en:” below it, or both")
WRITTEN_KEYS = ("words", "state", "basis")
TEXT_KEYS = ("cy", "en", "original", "source", "state", "basis")
"""The last three are of format 1: the original, and state and basis of the other language."""

INDENT = "  "


def read_text(node: Node, key: str) -> Text:
    """The text that `node` holds; what the words imply may be left out."""
    if isinstance(node, Scalar) and not node.text:
        return Text()
    if not isinstance(node, Mapped):
        raise wrong(node.line, key, TEXT_EXPECTED)
    known_keys(node, TEXT_KEYS)
    cy, en = (Written(_words_in(node, language)) for language in Language)
    told = _one_of(node, "original", Language) or _one_of(node, "source", Language)
    text = Text(cy, en, told)
    text = replace(text, original=_original(text))
    cy, en = (_written(node, text, language) for language in Language)
    return Text(cy, en, text.original)


def write_text(text: Text, indent: str) -> Iterator[str]:
    """The lines of `text` below its key, without what the words imply."""
    for language in Language:
        written = text.of(language)
        told = {"words": written.words, "state": written.state}
        parts = {part: value for part, value in told.items() if value}
        if written.basis != _implied_basis(text, language):
            parts["basis"] = written.basis
        if parts.keys() - {"words"}:
            yield f"{indent}{language}:"
            for part, value in parts.items():
                yield from scalar(f"{indent}{INDENT}{part}:", value)
        elif parts:
            yield from scalar(f"{indent}{language}:", written.words)
    if text.original != _original(replace(text, original="")):
        yield f"{indent}original: {text.original}"


def _original(text: Text) -> str:
    return text.original or ("cy" if text.cy.words else "en" if text.en.words else "")


def _implied_basis(text: Text, language: Language) -> str:
    """Of a translation: that of the original words as they stand."""
    is_translation = bool(text.cy.words and text.en.words) and language != text.original
    return fingerprint(text.get(language.other)) if is_translation else ""


def _words_in(text: Mapped, language: Language) -> str:
    node = text.items.get(language)
    if not isinstance(node, Mapped):
        return words(node, language) if node else ""
    known_keys(node, WRITTEN_KEYS)
    return _words(node, "words")


def _written(node: Mapped, text: Text, language: Language) -> Written:
    """The whole record of `language`; in format 1 state and basis stand beside the words."""
    inside = node.items.get(language)
    item = inside if isinstance(inside, Mapped) else None
    # Beside nothing, it says how far words had come that are not there any more.
    if item is None and language != text.original and text.get(language.other):
        item = node
    if item is None:
        return text.of(language)
    basis = _words(item, "basis") if "basis" in item.items else _implied_basis(text, language)
    return Written(text.get(language), _one_of(item, "state", Translation), basis)


def _words(item: Mapped, key: str) -> str:
    return words(item.items[key], key) if key in item.items else ""


def _one_of(item: Mapped, key: str, allowed: type[Language] | type[Translation]) -> str:
    value = _words(item, key)
    if value and value not in list(allowed):
        raise Problem(
            N_("Line {line}: “{key}” must be one of these words: {words}. Nothing was imported."),
            line=item.items[key].line,
            key=key,
            words=", ".join(allowed),
        )
    return value
