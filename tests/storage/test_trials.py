"""A few of the kills and power cuts of `benchmarks/trials.py`, which does them by the hundred."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The benchmark, which finds its neighbours as a script does."""
    monkeypatch.syspath_prepend(FOLDER)
    yield importlib.import_module("trials")
    for name in ("trials", "cuts"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize(
    "name", ["capture", "migration", "migration, no WAL", "backup", "restore", "import"]
)
@pytest.mark.skipif(sys.platform == "win32", reason="a child begins anew there: too slow")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
def test_whatever_is_killed_is_there_at_the_next_start(
    trials: ModuleType, tmp_path: Path, name: str
) -> None:
    outcome = trials.killed(name, 2, tmp_path / "library", seed=7)
    assert outcome.states == outcome.working == 2
    assert outcome.is_clean, outcome.line()


def test_a_restore_that_is_cut_off_at_any_step_is_finished_or_has_not_begun(
    trials: ModuleType, tmp_path: Path
) -> None:
    path = trials._left_open(tmp_path / "now")
    with trials.recorded(path.parent, tmp_path / "states") as states:
        trials.restore(path, trials.backups_of(path)[0].path)
    assert len(states) > 10
    outcome = trials.Outcome("restore")
    for state in states:
        trials.look(state / trials.NAME, outcome)
    assert outcome.is_clean, outcome.line()


def test_a_log_that_ends_early_costs_nothing_that_was_written_before(
    trials: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "capture"
    tails = trials.tails
    some = lambda path, into: (each for n, each in enumerate(tails(path, into)) if n % 60 == 0)  # noqa: E731
    monkeypatch.setattr(trials, "tails", some)
    outcome = trials.cut_while_capturing(folder)
    assert outcome.states > 5
    assert outcome.acknowledged
    assert outcome.is_clean, outcome.line()


@pytest.mark.parametrize("rows", [1, 30])
def test_a_half_written_update_is_taken_back_before_anybody_looks(
    trials: ModuleType, tmp_path: Path, rows: int
) -> None:
    older = tmp_path / trials.NAME
    older.write_bytes(trials.OLDER.read_bytes())
    outcome = trials.Outcome("journal")
    trials.look(trials.hot(older, rows), outcome)
    assert outcome.is_clean, outcome.line()
