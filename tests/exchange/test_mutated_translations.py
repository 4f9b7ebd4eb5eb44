"""500 damaged translation files: what they bring is right or refused, and nothing is lost."""

import csv
import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, Text, Translation, fingerprint
from gweithdy.domain.translating import Unit, translated_fields, units
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import Reason, bring_back
from gweithdy.exchange.demo import demonstration
from gweithdy.exchange.translations.files import KINDS
from gweithdy.exchange.translations.outgoing import Outgoing

EACH = 170
ENDINGS = (".xlf", ".docx", ".csv")
SENT = demonstration()[1].workshop
SOME = units(SENT, Language.EN)

Damage = Callable[[bytes, random.Random], bytes]


def mark(unit: Unit) -> str:
    """Words that tell of what text they are the translation."""
    return f"[{fingerprint(unit.id)}]"


def whole(ending: str) -> bytes:
    """The file as the translator made it: each text begins with its own mark."""
    translated = []
    for unit in SOME:
        words = f'{mark(unit)} "yes", wedyn\n– {unit.original}'
        text = Text(unit.text.cy, replace(unit.text.en, words=words, state="translated"), "cy")
        translated.append(replace(unit, text=text))
    data = KINDS[ending][0](Outgoing(SENT.session, Language.EN, translated))
    # The stamps are those of what was sent.
    return edited(ending, data, lambda text: STAMPED.sub(lambda m: m[1] + STAMPS[m[1]], text))


STAMPED = re.compile(r"([a-z]+\.[0-9a-f-]{36}\.[a-z_]+\.en)(?:\.[0-9a-f]{8}\.[0-9a-f]{8})")
STAMPS = {unit.id: f".{unit.stamp}" for unit in SOME}
IN_XLIFF = re.compile(r'id="(.*?)"( xml:space="preserve") extradata=".*?"')


def edited(ending: str, data: bytes, change: Callable[[str], str]) -> bytes:
    """`data` with another text inside."""
    if ending == ".xlf":
        text = data.decode()
        if change.__name__ == "<lambda>":
            text = IN_XLIFF.sub(lambda m: f'id="{m[1]}"{m[2]} extradata="{STAMPS[m[1]][1:]}"', text)
        return change(text).encode()
    if ending == ".csv":
        return change(data.decode("utf-8-sig")).encode("utf-8-sig")
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            inside = old.read(name)
            if name == "word/document.xml":
                inside = change(inside.decode()).encode()
            new.writestr(name, inside)
    return file.getvalue()


def since() -> tuple[Workshop, set[str], set[str]]:
    """The session as it is by now: some originals have changed, some was typed meanwhile."""
    here = SENT.copy()
    changed, typed = set(), set()
    for at, unit in enumerate(SOME):
        if at % 7 not in (2, 5):
            continue
        row = here.get(type(SENT.named(unit.noun, unit.thing)), unit.thing)
        text: Text = getattr(row, unit.field)
        if at % 7 == 2:
            text = text.having("cy", f"{text.cy.words} newydd")
            changed.add(unit.id)
        else:
            text = text.having("en", f"{text.en.words} typed")
            typed.add(unit.id)
        here._rows[type(row)][row.id] = replace(row, **{unit.field: text})
    return Workshop(here.session, here.everything()[1:]), changed, typed


HERE, CHANGED, TYPED = since()


def somewhere(text: str, chance: random.Random, most: int = 40) -> tuple[int, int]:
    at = chance.randrange(len(text))
    return at, min(at + chance.randint(1, most), len(text))


def cut(text: str, chance: random.Random) -> str:
    start, end = somewhere(text, chance)
    return text[:start] + text[end:]


def break_off(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text))]


def scribble(text: str, chance: random.Random) -> str:
    start, end = somewhere(text, chance, 3)
    signs = "\"'<>&,;\n\t=ŵ?\ufffd\x00\x0b[]a0.-"
    return text[:start] + "".join(chance.choices(signs, k=2)) + text[end:]


def repeat(text: str, chance: random.Random) -> str:
    start, end = somewhere(text, chance, 600)
    return text[:end] + text[start:end] + text[end:]


def other_ids(text: str, chance: random.Random) -> str:
    """Two ids change places, without or with their stamps."""
    one, two = chance.sample(SOME, 2)
    with_stamps = chance.random() < 0.5
    a, b = (u.id + (STAMPS[u.id] if with_stamps else "") for u in (one, two))
    return text.replace(a, "\0").replace(b, a).replace("\0", b)


def other_digits(text: str, chance: random.Random) -> str:
    """An id or a stamp is no longer the one it was."""
    unit = chance.choice(SOME)
    wrong = "".join(chance.sample(unit.thing, len(unit.thing)))
    told = chance.choice([(unit.thing, wrong), (unit.stamp, "0badc0de.0badc0de"), (unit.stamp, "")])
    return text.replace(*told)


def other_words(text: str, chance: random.Random) -> str:
    """Somebody wrote over the originals, or took words away."""
    unit = chance.choice(SOME)
    return text.replace(unit.original, chance.choice(["Something else", "", unit.words]))


DAMAGES = (cut, cut, break_off, scribble, scribble, repeat, other_ids, other_digits, other_words)


def rows_mixed(data: bytes, chance: random.Random) -> bytes:
    """A sheet in which one column was sorted by itself."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    column = [row[0] for row in rows[1:]]
    chance.shuffle(column)
    file = io.StringIO(newline="")
    mixed = [[id, *row[1:]] for id, row in zip(column, rows[1:], strict=True)]
    csv.writer(file).writerows([rows[0], *mixed])
    return file.getvalue().encode("utf-8-sig")


def damaged(ending: str, data: bytes, chance: random.Random) -> bytes:
    kind = chance.random()
    if kind < 0.1:
        at = chance.randrange(len(data))
        return data[:at] + bytes(chance.randbytes(chance.randint(1, 8))) + data[at + 3 :]
    if ending == ".csv" and kind < 0.2:
        return rows_mixed(data, chance)

    def change(text: str) -> str:
        for _ in range(chance.randint(1, 3)):
            text = chance.choice(DAMAGES)(text or " ", chance)
        return text

    return edited(ending, data, change)


def right_or_refused(ending: str, data: bytes) -> Counter[str]:
    """What became of a file; asserts that it did no harm."""
    try:
        found = bring_back(HERE, KINDS[ending][1](data))
    except Problem:
        return Counter(["problem"])
    here = HERE.copy()
    undo = here.reverse(found.edit)
    here.take(found.edit)
    marks = {mark(unit): unit.id for unit in SOME}
    taken = {each.unit.id for each in found.taken}
    assert not taken & (CHANGED | TYPED)
    for each in found.taken:
        others = [id for sign, id in marks.items() if sign in each.words and id != each.unit.id]
        assert not others, each
    for before, now in zip(HERE.everything(), here.everything(), strict=True):
        for field in translated_fields(type(before)):
            old, new = getattr(before, field), getattr(now, field)
            assert new.cy.words == old.cy.words
            assert new.en.words or not old.en.words
            id = f"{type(now).__name__.lower()}.{now.id}.{field}.en"
            assert old == new or id in taken
            if id in taken:
                assert new.en.basis == fingerprint(new.cy.words)
                assert new.state("en") in Translation
        plain = {f: getattr(now, f) for f in translated_fields(type(before))}
        assert replace(before, **plain) == now
    here.take(undo)
    assert here.everything() == HERE.everything()
    return Counter(["taken"] * len(taken) + [str(each.reason) for each in found.refused])


@pytest.mark.parametrize("ending", ENDINGS)
def test_whole_files_bring_all_but_what_has_changed(ending: str) -> None:
    counts = right_or_refused(ending, whole(ending))
    assert counts == {
        "taken": len(SOME) - len(CHANGED) - len(TYPED),
        Reason.CHANGED: len(CHANGED),
        Reason.TYPED: len(TYPED),
    }


@pytest.mark.parametrize("ending", ENDINGS)
def test_damaged_files_are_right_or_refused(ending: str) -> None:
    data = whole(ending)
    seen: Counter[str] = Counter()
    for number in range(EACH):
        chance = random.Random(f"{ending} {number}")  # noqa: S311 - the same damage every time
        seen += Counter(set(right_or_refused(ending, damaged(ending, data, chance))))
    # The damage is of every kind: to the file, to lines, and to none of ours.
    assert seen["problem"] > EACH // 20
    assert seen["taken"] > EACH // 5
    assert seen[Reason.OTHER] + seen[Reason.CHANGED] > EACH // 5
