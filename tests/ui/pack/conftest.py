"""Whoever exports in these tests lets texts go out that are not translated."""

import pytest

from gweithdy.ui import ask

Asked = list[list[str]]


@pytest.fixture(autouse=True)
def consents(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The ways that were offered, of which the second was taken."""
    asked: Asked = []

    def choose(*said: object, **_how: object) -> int:
        _parent, _question, _detail, ways, _leave = said
        assert isinstance(ways, list)
        asked.append(ways)
        return 1

    monkeypatch.setattr(ask, "choose", choose)
    return asked
