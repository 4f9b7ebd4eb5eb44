"""Killing the program at any moment loses nothing that was said to be saved."""

from pathlib import Path

import pytest
from benchmarks import kill


def test_killing_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Path(kill.__file__).resolve().parents[1] / "src"
    monkeypatch.setenv("PYTHONPATH", str(source))
    outcome = kill.run(15, tmp_path, seed=3)
    assert outcome.kills == 15
    assert outcome.while_writing > 0
    assert (outcome.lost, outcome.damaged) == (0, 0)
