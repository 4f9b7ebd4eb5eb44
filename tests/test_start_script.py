"""What start.py hands on to the program."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "start.py"


@pytest.fixture
def script() -> ModuleType:
    """start.py, read but not started."""
    found = importlib.util.spec_from_file_location("start_script", SCRIPT)
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_second_start_finds_the_bytecode_of_the_first(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "once.py").write_text("")
    monkeypatch.setattr(script, "PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    assert script.run("-c", "import once", folder=tmp_path) == 0
    assert list((tmp_path / "__pycache__").glob("once.*.pyc"))


def test_everything_else_of_the_surroundings_is_handed_on(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "PYTHON", sys.executable)
    monkeypatch.setenv("HERE", "kept")
    look = "import os, sys; sys.exit(os.environ['HERE'] + os.environ['MORE'] != 'kept1')"
    assert script.run("-c", look, MORE="1") == 0
