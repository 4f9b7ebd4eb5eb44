"""The Welsh catalogue is whole: nothing empty, all six forms, the same places, and fresh."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).parents[1]
PLACE = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def welsh() -> Catalog:
    with (ROOT / "i18n" / "cy" / "LC_MESSAGES" / "gweithdy.po").open("rb") as file:
        return pofile.read_po(file, locale="cy")


def pairs(message: Message) -> list[tuple[str, str]]:
    """Each Welsh text with the English that it stands for."""
    if not message.pluralizable:
        return [(str(message.id), str(message.string))]
    one, many = message.id
    return [(one if form == 1 else many, text) for form, text in enumerate(message.string)]


def test_nothing_is_empty_or_fuzzy(welsh: Catalog) -> None:
    lacking = [m.id for m in welsh if m.id and (m.fuzzy or not all(w for _, w in pairs(m)))]
    assert lacking == []


def test_countable_texts_have_all_six_forms(welsh: Catalog) -> None:
    counted = [m for m in welsh if m.id and m.pluralizable]
    assert counted
    assert [m.id for m in counted if len(m.string) != 6] == []


def test_places_are_the_same(welsh: Catalog) -> None:
    wrong = []
    for message in welsh:
        if not message.id:
            continue
        for form, (english, words) in enumerate(pairs(message)):
            wanted, found = set(PLACE.findall(english)), set(PLACE.findall(words))
            # "Dim cardiau" has no number, as "No cards" has none.
            if found != wanted and not (message.pluralizable and form == 0 and found < wanted):
                wrong.append((message.id, words))
    assert wrong == []


def test_welsh_never_uses_an_ampersand_for_and(welsh: Catalog) -> None:
    assert [m.id for m in welsh if m.id and any(" & " in words for _, words in pairs(m))] == []


def test_no_per_cent_sign_is_taken_for_a_place(welsh: Catalog) -> None:
    # gettext reads "% c" as a place of the old kind and then refuses the Welsh.
    both = {"python-format", "python-brace-format"}
    assert [m.id for m in welsh if m.id and both <= m.flags] == []


def test_catalogues_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "i18n" / "build.py"), "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
