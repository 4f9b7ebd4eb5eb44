"""A bad file gets an error with its line and key, in both languages, and brings nothing in."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gweithdy.domain.clock import clock_id
from gweithdy.domain.problem import Problem
from gweithdy.exchange.session_file import read_session
from gweithdy.language.words import Words

HEAD = "gweithdy: 1\nsession:\n  id: day\n  title: {cy: Diwrnod}\n"  # lines 1 to 4
ID = "0b9c7a52-7f2e-4a51-9a3b-0d6f8c1e2a34"
SERIES = f"series:\n  id: {ID}\n  title: {{cy: Cyfres}}\n"
CLOCK = clock_id(read_session(HEAD.encode()).workshop.id)
LANE = "lanes:\n  - id: a\n"

# file, line, what else the message must say
BAD: dict[str, tuple[str, int, str]] = {
    "no yaml": (HEAD + "people: [\n", 6, "YAML"),
    "tab": ("gweithdy: 1\nsession:\n\ttitle: x\n", 3, "YAML"),
    "only words": ("Some minutes of a meeting", 1, "gweithdy: 2"),
    "a list": ("- gweithdy: 1\n", 1, "gweithdy: 2"),
    "empty": ("", 1, "gweithdy: 2"),
    "no format": ("session:\n  title: {cy: a}\n", 1, "gweithdy"),
    "no session": ("gweithdy: 1\n", 1, "session"),
    "newer format": ("gweithdy: 3\nsession: {}\n", 1, "gweithdy: 3"),
    "format in other figures": ("gweithdy: ٣\nsession: {}\n", 1, "2"),
    "format of 5,000 figures": (f"gweithdy: {'9' * 5000}\nsession: {{}}\n", 1, "2"),
    "number in other figures": (HEAD + "stakeholders:\n  - power: ٥٠\n", 6, "100"),
    "seconds in other figures": (HEAD + "clock:\n  spent: ٥.٥\n", 6, "spent"),
    "date in other figures": (HEAD + "  date: ٢٠٢٦-١١-٢١\n", 5, "date"),
    "series with the id of a card": (HEAD + SERIES + f"cards:\n  - id: {ID}\n", 9, ID),
    "card with the id of the clock": (HEAD + f"cards:\n  - id: {CLOCK}\nclock: {{}}\n", 6, CLOCK),
    "odd format": ("gweithdy: one\nsession: {}\n", 1, "gweithdy"),
    "no title": ("gweithdy: 1\nsession:\n  id: a\n", 3, "title"),
    "empty title": ("gweithdy: 1\nsession:\n  id: a\n  title:\n", 4, "title"),
    "title of no words": ("gweithdy: 1\nsession:\n  title: {cy: ''}\n", 3, "title"),
    "plain title": ("gweithdy: 1\nsession:\n  title: Day\n", 3, "cy:"),
    "series without title": (HEAD + "series:\n  id: a\n", 6, "title"),
    "unknown key on top": (HEAD + "agendas: []\n", 5, "agenda"),
    "unknown key": (HEAD + "  datte: 2026-11-21\n", 5, "date"),
    "unknown key, nothing near": (HEAD + "  zzzzz: 1\n", 5, "zzzzz"),
    "unknown key in a text": (HEAD + "  purpose: {fr: Bonjour}\n", 5, "fr"),
    "unknown key in a language": (HEAD + "  purpose: {cy: {wrds: a}}\n", 5, "wrds"),
    "key twice": (HEAD + "  id: day\n", 5, "id"),
    "id twice": (HEAD + LANE + "  - id: a\n", 7, "a"),
    "id of no form": (HEAD + "lanes:\n  - id: a b\n", 6, "id"),
    "id is a list": (HEAD + "lanes:\n  - id: [a]\n", 6, "id"),
    "no such reference": (HEAD + LANE + "    board: b\n", 7, "board"),
    "reference to another noun": (HEAD + LANE + "cards:\n  - theme: a\n", 8, "theme"),
    "no such series": (HEAD + "  series: c\n", 5, "series"),
    "no list": (HEAD + "people: Mari\n", 5, "people"),
    "no mapping": (HEAD + "people:\n  - Mari\n", 6, "people"),
    "unknown key of the clock": (HEAD + "clock:\n  spnt: 1\n", 6, "spent"),
    "id of the clock": (HEAD + "clock:\n  id: a\n", 6, "spent"),
    "clock is a list": (HEAD + "clock: []\n", 5, "clock"),
    "date": (HEAD + "  date: 21/11/2026\n", 5, "2026-11-21"),
    "date that is none": (HEAD + "  date: 2026-02-30\n", 5, "date"),
    "date is a list": (HEAD + "  date: [1]\n", 5, "date"),
    "time": (HEAD + "  start: 25:00\n", 5, "09:30"),
    "time without minutes": (HEAD + "  start: 930\n", 5, "start"),
    "moment": (HEAD + "cards:\n  - captured: 2026-11-21 10:00\n", 6, "captured"),
    "moment before all time": (HEAD + "cards:\n  - captured: 0001-01-01T00:00+14:00\n", 6, "capt"),
    "minutes": (HEAD + "agenda:\n  - minutes: 0\n", 6, "1440"),
    "half minutes": (HEAD + "agenda:\n  - minutes: 1.5\n", 6, "minutes"),
    "power": (HEAD + "stakeholders:\n  - power: 101\n", 6, "100"),
    "interest": (HEAD + "stakeholders:\n  - interest: -1\n", 6, "interest"),
    "votes": (HEAD + "votes:\n  - count: -1\n", 6, "count"),
    "seconds": (HEAD + "clock:\n  spent: .nan\n", 6, "spent"),
    "flag": (HEAD + "people:\n  - named: maybe\n", 6, "true"),
    "choice": (HEAD + "people:\n  - mode: both\n", 6, "room, online"),
    "choice is a list": (HEAD + "people:\n  - mode: [room]\n", 6, "mode"),
    "choices": (HEAD + "stakeholders:\n  - roles: [sponsor, boss]\n", 6, "sponsor"),
    "choices are a word": (HEAD + "stakeholders:\n  - roles: sponsor\n", 6, "roles"),
    "words are a list": (HEAD + "people:\n  - name: [a]\n", 6, "name"),
    "source": (HEAD + "  purpose: {cy: a, source: fr}\n", 5, "cy, en"),
    "state": (HEAD + "  purpose: {cy: a, state: good}\n", 5, "reviewed"),
    "long": (HEAD + "  online_link: " + "a" * 20_001 + "\n", 5, "20000"),
    "anchor": (HEAD + "people: &a\n  - name: a\n", 5, "&"),
    "alias": ("gweithdy: &a 1\nsession: *a\n", 1, "&"),
    "tag": (HEAD + "people: !!python/object:os.system\n  - a\n", 5, "!"),
    "merge key": (HEAD + "people:\n  - <<: {name: a}\n", 6, "<<"),
    "two documents": (HEAD + "---\n" + HEAD, 5, ""),
    "odd key": (HEAD + "[a]: 1\n", 5, ""),
    "deep": (HEAD + "people: " + "[" * 5000 + "\n", 5, ""),
    "control character": (HEAD + "people:\n  - name: a\x00b\n", 6, ""),
}


@pytest.mark.parametrize(("text", "line", "part"), BAD.values(), ids=BAD)
def test_the_message_names_line_and_key(text: str, line: int, part: str) -> None:
    with pytest.raises(Problem) as caught:
        read_session(text.encode())
    for language in ("cy", "en"):
        message = Words(language).problem(caught.value)
        assert str(line) in message
        assert part in message
        assert "{" not in message.replace("{}", "")
    assert caught.value.values["line"] == line
    assert "Nothing was imported." in Words("en").problem(caught.value)


@pytest.mark.parametrize(
    ("data", "line"),
    [(HEAD.encode() + b"people:\n  - name: \xff\n", 6), (HEAD.encode("utf-16"), 1)],
)
def test_not_utf8(data: bytes, line: int) -> None:
    with pytest.raises(Problem) as caught:
        read_session(data)
    assert caught.value.values["line"] == line
    assert "UTF-8" in Words("cy").problem(caught.value)


@pytest.mark.parametrize("rubbish", [b"\x00", b"[", b"a: ", b"- ", b"&a ", b"? ", b"\xc5\xb5\n"])
def test_twenty_megabytes_of_rubbish_are_refused_before_parsing(rubbish: bytes) -> None:
    data = rubbish * (20 * 1024 * 1024 // len(rubbish))
    before = time.perf_counter()
    with pytest.raises(Problem):
        read_session(data)
    assert time.perf_counter() - before < 1


@pytest.mark.parametrize("rubbish", ["[", "{", "? ", "- ", "a: ", "&a ", "|\n", "'", "\n", "! "])
def test_seven_megabytes_of_rubbish(rubbish: str) -> None:
    with pytest.raises(Problem):
        read_session((rubbish * (7 * 1024 * 1024 // len(rubbish))).encode())


@pytest.mark.parametrize("part", ["- a\n", "- {}\n", "- [a,b,c]\n"])
def test_seven_megabytes_of_good_yaml(part: str) -> None:
    with pytest.raises(Problem) as caught:
        read_session((HEAD + "people:\n" + part * (7 * 1024 * 1024 // len(part))).encode())
    assert "more parts" in str(caught.value)


def test_a_byte_order_mark_and_windows_lines_are_fine() -> None:
    plain = read_session(HEAD.encode())
    windows = read_session(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())
    assert windows.workshop.everything() == plain.workshop.everything()


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda t: (HEAD + t).encode("utf-8", "replace"))
)
def test_any_bytes_are_a_session_or_a_problem(data: bytes) -> None:
    with suppress(Problem):
        read_session(data)
