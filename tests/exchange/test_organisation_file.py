"""The file of an organisation: it comes back as it was, and from a stranger's nothing harms."""

import json
import random
from base64 import b64encode
from typing import Any

import pytest
from tests.pack.builders import BLUE, RED, house

from gweithdy.domain.attached import attached
from gweithdy.domain.organisation import ORGANISATION, Organisation
from gweithdy.domain.problem import Problem
from gweithdy.exchange.logo import MEDIA, logo
from gweithdy.exchange.organisation_file import read_organisation, write_organisation

PNGS = {
    attached(png, name, MEDIA): png
    for png, name in ((logo(RED, "coch"), "coch.png"), (logo(BLUE, "blue"), "blue.png"))
}
COCH, GLAS = PNGS


def full() -> Organisation:
    about = house().about
    values = {
        name: getattr(about, name) for name in ("name", "address", "alt", "website", "contact")
    }
    return Organisation(id=ORGANISATION, colour="#FFC20E", logo_cy=COCH, logo_en=GLAS, **values)


def test_it_comes_back_as_it_was_with_its_logos() -> None:
    data = write_organisation(full(), PNGS.get)
    made, files = read_organisation(data, "x.json")
    assert made == full()
    assert files == tuple(PNGS.values())
    assert write_organisation(made, PNGS.get) == data


def test_an_empty_one_and_one_with_a_lost_logo_come_back_too() -> None:
    empty = Organisation(id=ORGANISATION)
    made, files = read_organisation(write_organisation(empty, PNGS.get), "x.json")
    assert (made.name.as_said(), made.logo("cy"), files) == ("", None, ())
    made, files = read_organisation(write_organisation(full(), lambda _: None), "x.json")
    assert (made.logo("cy"), files) == (None, ())


def told(**values: Any) -> bytes:
    return json.dumps({"gweithdy-organisation": 1, **values}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"[]", b"3", b"{}", b"\xff\xfe", b"[" * 100_000, b"gweithdy: 2\n",
        json.dumps({"gweithdy-organisation": 2}).encode(),
        told(logos={"cy": {"png": "no base64!"}}),
        told(logos={"cy": {"png": b64encode(b"<svg/>").decode()}}),
    ],
)  # fmt: skip
def test_what_is_none_is_refused_kindly(data: bytes) -> None:
    with pytest.raises(Problem, match="Nothing was changed"):
        read_organisation(data, "x.json")


def test_values_of_another_kind_are_left_out_and_long_ones_cut() -> None:
    made, _ = read_organisation(
        told(name=3, address={"cy": ["x"], "en": "a\nb"}, website={}, contact="x" * 999,
             colour="teal", logos=[], alt={"cy": None}),
        "x.json",
    )  # fmt: skip
    assert (made.name.as_said(), made.address.get("en"), made.website) == ("", "a b", "")
    assert (len(made.contact), made.colour) == (200, "")


def test_fifty_spoiled_files_are_read_or_refused() -> None:
    chance = random.Random(4)  # noqa: S311 - no secret
    whole = write_organisation(full(), PNGS.get)
    for _ in range(50):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            made, files = read_organisation(bytes(data), "x.json")
        except Problem:
            continue
        assert len(files) == (made.logo_cy is not None) + (made.logo_en is not None)
