"""A moment is the same moment again, on a computer set to any zone."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from gweithdy.storage.columns import Moment

NOON = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
TABLE = sa.Table("moments", sa.MetaData(), sa.Column("at", Moment()))


@pytest.fixture(params=["UTC", "Europe/London", "Pacific/Auckland"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer set to some zone, where the system lets a program choose."""
    monkeypatch.setenv("TZ", request.param)
    reset = getattr(time, "tzset", lambda: None)
    reset()
    yield
    monkeypatch.undo()
    reset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("hours", [0, 1, -5, 13])
def test_a_moment_comes_back_in_utc(hours: int) -> None:
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        TABLE.create(connection)
        moment = NOON.astimezone(timezone(timedelta(hours=hours)))
        connection.execute(sa.insert(TABLE).values(at=moment))
        back = connection.scalar(sa.select(TABLE.c.at))
    engine.dispose()
    assert back == NOON
    assert back.tzinfo is UTC


def test_a_time_of_no_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(NOON.replace(tzinfo=None), None)
