"""Which test runs which line of the program, and how long it takes."""

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src") / "gweithdy"
DATA = Path(tempfile.gettempdir()) / "gweithdy-mutants"
LINES = DATA / "coverage"
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=1"]
LOADING = ""
"""Stands among the tests for lines that are run while the program is loaded."""


@dataclass
class Tests:
    """What `collect` has found. A test is a function with all its parameters.

    `seconds`: how long each takes; `by_line`: file → line → the tests that run it.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    by_line: dict[str, dict[int, set[str]]] = field(default_factory=dict)

    def that_run(self, path: Path, lines: Iterable[int]) -> list[str]:
        """Return the tests that run any of these lines; the room's own first, fast ones first.

        What is run while the program is loaded, any test may notice; then the likely ones, which
        run something of the file, come first.
        """
        known = self.by_line.get(path.as_posix(), {})
        own = f"tests/{path.parts[2]}/"
        found = {test for line in lines for test in known.get(line, ())}
        likely = found - {LOADING} or set().union(*known.values())
        able = set(self.seconds) if LOADING in found or not found else found & set(self.seconds)
        return sorted(
            able,
            key=lambda test: (
                test not in likely,
                not test.startswith(own),
                self.seconds[test],
                test,
            ),
        )


def environment(root: Path) -> dict[str, str]:
    """Return the settings with which this tree is tested, whatever is installed."""
    path = os.pathsep.join([str(root / "src"), os.environ.get("PYTHONPATH", "")])
    # A changed file may keep its size and its second: compiled files would hide the change.
    ours = {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **ours}


def collect(paths: list[str]) -> None:
    """Run tests and keep what each of them runs; more paths add to what is known."""
    DATA.mkdir(exist_ok=True)
    times = DATA / f"times-{time.time_ns()}.xml"
    lines = [f"--cov={PACKAGE}", "--cov-context=test", "--cov-report=", "--cov-append"]
    settings = {"COVERAGE_FILE": str(LINES), "COVERAGE_CORE": "ctrace"}
    subprocess.run(
        [*PYTEST, *lines, "-o", "junit_family=xunit1", f"--junitxml={times}", *paths],
        check=False,  # a failing test is left out
        cwd=ROOT,
        env=environment(ROOT) | settings,
    )


def known_tests() -> Tests:
    """Return what has been collected, without the tests that failed."""
    tests = Tests()
    for report in sorted(DATA.glob("times-*.xml")):
        tests.seconds |= seconds_in(report)
    data = CoverageData(str(LINES))
    data.read()
    # Notes of other checkouts lie there too.
    for file in filter(_is_here, data.measured_files()):
        lines: dict[int, set[str]] = defaultdict(set)
        for line, contexts in data.contexts_by_lineno(file).items():
            lines[line] = {each.partition("|")[0].partition("[")[0] for each in contexts}
        tests.by_line[Path(file).relative_to(ROOT).as_posix()] = lines
    return tests


def _is_here(file: str) -> bool:
    return Path(file).is_relative_to(ROOT)


def seconds_in(report: Path) -> dict[str, float]:
    """Return how long each test of a report took, without those that failed."""
    seconds: dict[str, float] = defaultdict(float)
    failed = set()
    for case in ET.parse(report).iter("testcase"):
        test = f"{case.get('file')}::{case.get('name', '').partition('[')[0]}"
        seconds[test] += float(case.get("time", 0))
        if case.find("failure") is not None or case.find("error") is not None:
            failed.add(test)
    return {test: taken for test, taken in seconds.items() if test not in failed}
