"""A library with both demonstration sessions, and the program that is run on it."""

import shutil
from pathlib import Path

import pytest
from tests.cli.runs import DEMOS, Run, Said

from gweithdy.cli import main


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with both demonstration sessions, to be copied."""
    path = tmp_path_factory.mktemp("shelf") / "library.gwdy"
    assert main(["--library", str(path), "import", *DEMOS]) == 0
    return path


@pytest.fixture
def library(shelf: Path, tmp_path: Path) -> Path:
    """A closed library of this test's own."""
    return Path(shutil.copy(shelf, tmp_path / "library.gwdy"))


@pytest.fixture
def gweithdy(
    library: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Run a command in this process, in a folder of this test's own."""
    monkeypatch.chdir(tmp_path)

    def one(*words: str, code: int = 0, language: str = "en") -> Said:
        capsys.readouterr()
        found = main(["--language", language, "--library", str(library), *words])
        said = Said(*capsys.readouterr())
        assert found == code, said
        return said

    return one
