"""The one door to the writers: which is asked, and what is loaded for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.pack.builders import Day, pack

from gweithdy.domain.pack_kinds import PACK_KINDS
from gweithdy.domain.stop import Progress, Stopped
from gweithdy.domain.text import both
from gweithdy.pack.document import Document
from gweithdy.pack.runs import words_of
from gweithdy.pack.writing import WRITERS, write, written


def test_the_ending_names_the_writer_and_any_other_is_a_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words(document: Document, _progress: Progress) -> bytes:
        return words_of(document.title).encode()

    monkeypatch.setitem(WRITERS, ".words", words)
    document = pack(Day())
    assert written(document, ".WORDS") == words_of(document.title).encode()
    for name in ("pack.pdf", "pack.PDF", "pack", "pack v1.2"):
        write(document, tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(b"%PDF"), name
    write(document, tmp_path / "pack.words")
    assert (tmp_path / "pack.words").read_text("utf-8") == words_of(document.title)


def test_a_writer_is_stopped_where_it_tells_its_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []

    def slow(_document: Document, progress: Progress) -> bytes:
        for step in range(10):
            progress(step, 10)
        return b"all"

    monkeypatch.setitem(WRITERS, ".slow", slow)
    assert written(pack(Day()), ".slow", lambda step, _: steps.append(step)) == b"all"
    assert steps == list(range(10))
    with pytest.raises(Stopped):
        written(pack(Day()), ".slow", lambda step, _: steps.append(step), lambda: len(steps) > 12)
    assert steps == [*range(10), 0, 1, 2]


@pytest.mark.parametrize("ending", [".html", ".docx"])
def test_page_and_word_file_tell_each_section_and_stop_between_them(ending: str) -> None:
    document = pack(Day(purpose=both("Pam", "Why"), next_steps=both("Wedyn", "Then")))
    sections = sum(len(part.sections) for part in document.parts)
    told: list[tuple[int, int]] = []
    written(document, ending, lambda step, steps: told.append((step, steps)))
    assert told == [(step, sections) for step in range(sections + 1)]
    told.clear()
    with pytest.raises(Stopped):
        written(document, ending, lambda *steps: told.append(steps), lambda: len(told) == 3)
    assert len(told) == 3


def test_every_kind_of_file_that_is_offered_has_a_writer() -> None:
    assert list(PACK_KINDS) == list(WRITERS)


@pytest.mark.parametrize("ending", WRITERS)
def test_stopped_at_the_very_end_what_was_there_stays(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"pack{ending}"
    path.write_bytes(b"before")
    told: list[bool] = []
    with pytest.raises(Stopped):
        write(pack(Day()), path, lambda step, steps: told.append(step == steps), lambda: any(told))
    assert path.read_bytes() == b"before"


def test_reportlab_and_python_docx_are_loaded_only_when_a_file_is_wanted() -> None:
    code = (
        "import sys; import gweithdy.pack.writing, gweithdy.pack.contents; "
        "raise SystemExit(bool({'reportlab', 'docx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, env=_settings())
    assert done.returncode == 0


def _settings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src")}
