"""Every benchmark can still be started: what it needs is there, and it says what it is for."""

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks"
BENCHMARKS = [
    path for path in sorted(FOLDER.glob("*.py")) if '__name__ == "__main__"' in path.read_text()
]


@pytest.fixture(autouse=True)
def _its_own_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As for a script: its neighbours are found, and nobody else finds them afterwards."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(FOLDER)
    yield
    for name in set(sys.modules) - before:
        if Path(getattr(sys.modules[name], "__file__", None) or "").parent == FOLDER:
            del sys.modules[name]


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)
def test_it_says_what_it_is_for(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [str(path), "--help"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(path), run_name="__main__")
    assert ended.value.code == 0
    assert f"usage: {path.name}" in capsys.readouterr().out


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)
def test_the_page_about_benchmarks_names_it(path: Path) -> None:
    assert f"`{path.name}`" in (FOLDER / "README.md").read_text("utf-8")
