"""A field with an attached file: whole, or refused with its line."""

import pytest

from gweithdy.domain.attached import Attached
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.problem import Problem
from gweithdy.exchange.nodes import Mapped, Node, Scalar
from gweithdy.exchange.scalars import value

PHOTO = Field("photo", Kind.FILE, None, optional=True)
WHOLE = {"digest": "0" * 64, "name": "wal.jpg", "size": "12", "media": "image/jpeg"}


def told(**keys: str) -> Mapped:
    """The file with some keys said otherwise, on line 7; "" leaves one out."""
    given = {key: words for key, words in {**WHOLE, **keys}.items() if words}
    items: dict[str, Node] = {key: Scalar(7, words) for key, words in given.items()}
    return Mapped(7, items, dict.fromkeys(items, 7))


def test_a_file_that_is_told_whole() -> None:
    assert value(PHOTO, told()) == Attached("0" * 64, "wal.jpg", 12, "image/jpeg")
    assert value(PHOTO, Scalar(7, "")) is None


@pytest.mark.parametrize(
    "wrong",
    [
        *({key: ""} for key in WHOLE),
        {"digest": "0" * 63},
        {"digest": "g" * 64},
        {"size": "-1"},
        {"size": "٣"},
        {"size": "12.5"},
        {"path": "/etc/passwd"},
    ],
    ids=str,
)
def test_a_file_that_is_told_in_part_or_wrongly_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(Problem) as refused:
        value(PHOTO, told(**wrong))
    assert refused.value.values["line"] == 7
