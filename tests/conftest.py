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
