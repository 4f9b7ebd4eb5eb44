"""XLIFF reader: what a translator's tool made of a file, by the ids of its texts."""

from collections.abc import Iterator

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Translation
from gweithdy.domain.translating import UNIT_ID, Returned, ReturnedFile
from gweithdy.exchange.translations.segments import code_of, words_of
from gweithdy.exchange.translations.xliff import MACHINE, ORIGINAL
from gweithdy.exchange.xml_tree import Element, read_xml

APPROVED = ("signed-off", "final")
FROM_MACHINES = (MACHINE, "leveraged-mt")
UNTOUCHED = ("", "new", "needs-translation")
"""What some tools leave there when they write a translation, or fill in the original."""


def read_xliff(data: bytes) -> ReturnedFile:
    """What stands in the bytes of a file; Problem if it is no XLIFF 1.2, or of other languages."""
    root = read_xml(data)
    if root.name != "xliff":
        raise Problem(N_("This is not an XLIFF file. Nothing was imported."))
    if not root.get("version").startswith("1."):
        raise Problem(
            N_("This is XLIFF {version}; save it as XLIFF 1.2. Nothing was imported."),
            version=root.get("version") or "?",
        )
    rows: list[Returned] = []
    sessions: set[str] = set()
    for file in root.all("file"):
        found = list(_rows(file))
        rows += found
        if found:
            _, mark, session = file.get("original").rpartition(ORIGINAL)
            sessions.add(session if mark else "")
    # Of two sessions in one file, the ids say which texts are ours.
    return ReturnedFile(tuple(rows), sessions.pop() if len(sessions) == 1 else "")


def _rows(file: Element) -> Iterator[Returned]:
    languages = code_of(file.get("source-language")), code_of(file.get("target-language"))
    for unit in file.elements():
        if unit.name != "trans-unit":
            continue
        id = unit.get("id")
        target, source = unit.first("target"), unit.first("source")
        _check_languages(id, languages, target, unit.line)
        original = words_of(source) if source else None
        words = words_of(target)
        if target and words == original and target.get("state") in UNTOUCHED[1:]:
            words = ""
        state = _state(unit, target) if target else None
        yield Returned(id, words, state, original, unit.get("extradata"))


def _check_languages(
    id: str, languages: tuple[str, str], target: Element | None, line: int
) -> None:
    """Problem if words of another language than the one of the id would come in."""
    found = UNIT_ID.fullmatch(id)
    if not found:
        return
    source, into = languages
    wanted = found[4]
    told = code_of(target.get("lang")) if target else ""
    others = [each for each in (into, told) if each not in ("", wanted)]
    if others or source == wanted:
        raise Problem(
            N_(
                "Line {line}: this text should be translated into “{wanted}”, but the file is "
                "from “{source}” into “{target}”. Nothing was imported."
            ),
            line=line,
            wanted=wanted,
            source=source or "?",
            target=others[0] if others else into or told or "?",
        )


def _state(unit: Element, target: Element) -> Translation | None:
    state, qualifier = target.get("state"), target.get("state-qualifier")
    # Some tools call everything approved that somebody translated in them, and say that it is
    # translated: what they say of the words counts for more.
    if state in APPROVED or (unit.get("approved") == "yes" and not state):
        return Translation.REVIEWED
    if state == "translated":
        return Translation.TRANSLATED
    if qualifier in FROM_MACHINES:
        return Translation.MACHINE
    # Any other state is a translator's word that more is to be done.
    return None if state in UNTOUCHED else Translation.DRAFT
