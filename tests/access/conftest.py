"""The whole program, as a screen reader meets it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from tests.ui.conftest import begin, demonstration_library, program, settings, start

__all__ = ["begin", "demonstration_library", "program", "settings", "start"]


@pytest.fixture(autouse=True)
def _reader() -> Iterator[None]:
    """Somebody listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)
