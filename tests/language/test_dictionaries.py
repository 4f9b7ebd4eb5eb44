"""Spelling dictionaries: where one is missing the program does without, and says nothing of it."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.language import notes

from gweithdy.domain.text import Language
from gweithdy.language import detection, dictionaries
from gweithdy.language.detection import guess
from gweithdy.language.dictionaries import dictionary, has
from gweithdy.language.spelling import misspelt, suggestions
from gweithdy.resources import asset

CY, EN = Language.CY, Language.EN


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    _forget()
    yield
    _forget()


def _forget() -> None:
    dictionary.cache_clear()
    detection._vote.cache_clear()


def test_where_hunspell_is_not_installed_nothing_is_misspelt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    assert misspelt("Gormod o ffurflenniau", CY) == []
    assert suggestions("ffurflenniau", CY) == []
    assert has(EN, "forms") is None
    assert guess("Mae gormod o ffurflenni i'w llenwi") is CY
    assert guess("There are too many forms to fill in") is EN


def test_a_dictionary_that_was_taken_away_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "asset", tmp_path.joinpath)
    assert misspelt("We recieve forms", EN) == []


@pytest.mark.parametrize("gone", Language)
def test_where_one_is_missing_the_other_does_not_decide_alone(
    gone: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("hunspell")
    folder = tmp_path / "dictionaries"
    shutil.copytree(asset("dictionaries"), folder)
    for file in folder.glob(f"{dictionaries.FILES[gone]}.*"):
        file.unlink()
    monkeypatch.setattr(dictionaries, "asset", tmp_path.joinpath)
    assert has(gone, "dim") is None
    assert has(gone.other, "dim") is not None
    for language, said in ((CY, notes.WELSH), (EN, notes.ENGLISH)):
        lines = said.strip().splitlines()
        assert sum(guess(line) is language for line in lines) >= len(lines) - 3


def test_a_dictionary_is_found_in_a_folder_with_welsh_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("hunspell")
    folder = tmp_path / "Gŵyr" / "dictionaries"
    folder.mkdir(parents=True)
    (folder / "cy_GB.aff").write_text("SET UTF-8\n", "utf-8")
    (folder / "cy_GB.dic").write_text("1\ntŷ\n", "utf-8")
    monkeypatch.setattr(dictionaries, "asset", (tmp_path / "Gŵyr").joinpath)
    assert has(CY, "tŷ")
    assert not has(CY, "drws")
