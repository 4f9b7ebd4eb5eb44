"""Every kind of file that arrives: what it is taken for, and what comes of it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.exchange.incoming.samples import FILES, REPORTS

from gweithdy.domain.problem import Problem
from gweithdy.exchange.incoming.arriving import Arriving, arriving_file, arriving_text
from gweithdy.exchange.incoming.messages import Form, Left, Message
from gweithdy.exchange.incoming.standing import Standing, judged

DAY = date(2026, 9, 10)
ASKED, FERRY = "What should the pier be used for?", "A ferry stop, all year\nand a café"
NOA, PRIYA, SAM = "Noa Álvarez", "Priya Nand", "Sam Rivera"


def arriving(tmp_path: Path, name: str) -> Arriving:
    path = tmp_path / name
    path.write_bytes({**FILES, **REPORTS}[name])
    return arriving_file(path, DAY)


def messages(tmp_path: Path, name: str) -> tuple[Form, list[Message]]:
    found = arriving(tmp_path, name)
    return found.fits[0].form, found.messages(found.fits[0].form)


def at(*parts: int) -> datetime:
    """A moment of the day, UTC; in Wales it is an hour later."""
    return datetime(2026, 9, 10, *parts, tzinfo=UTC)


SAID: dict[str, tuple[Form, list[tuple[str, str]], list[Left]]] = {
    "teams-classic.txt": (
        Form.TEAMS_CHAT,
        [(ASKED, NOA), (FERRY, PRIYA), ("=SUM(A1) is not a formula :)", "Sam Rivera (Guest)")],
        [],
    ),
    "teams-new.txt": (
        Form.TEAMS_CHAT,
        [(ASKED, "Noa Alvarez"), (FERRY, PRIYA), ("A market on Sundays", SAM)],
        [Left.AROUND] * 3,
    ),
    "teams-new-welsh.txt": (
        Form.TEAMS_CHAT,
        [("Beth ddylai fod ar y pier?", "Noa Alvarez"), ("Fferi drwy'r flwyddyn", "Siân Puw")],
        [Left.AROUND] * 2,
    ),
    "meeting_saved_chat.txt": (
        Form.ZOOM_CHAT,
        [(ASKED, NOA), (f"{FERRY}: open late", PRIYA), ("A market on Sundays", SAM)],
        [Left.PRIVATE, Left.REACTION, Left.WORDLESS],
    ),
    "zoom-2021.txt": (Form.ZOOM_CHAT, [(ASKED, NOA), (FERRY, PRIYA)], [Left.PRIVATE]),
    "zoom-welsh.txt": (Form.ZOOM_CHAT, [("Beth ddylai fod ar y pier?", NOA)], [Left.PRIVATE]),
    "chat.txt": (Form.ZOOM_CHAT, [(ASKED, NOA), (FERRY, PRIYA)], []),
    "teams.vtt": (
        Form.TRANSCRIPT, [(ASKED, NOA), ("A ferry stop & a café, all year.", PRIYA)], [],
    ),
    "zoom.vtt": (Form.TRANSCRIPT, [(ASKED, NOA), ("A ferry stop, all year.", PRIYA)], []),
    "forms.xlsx": (
        Form.FORMS,
        [
            ("Ferry stop", ""), ("Café", ""), ('=HYPERLINK("http://evil.example","click")', ""),
            ("Market", PRIYA), ("Ramp needed at the steps", PRIYA),
        ],
        [],
    ),
    "voters.xlsx": (Form.MENTIMETER, [("Ferry stop", ""), ("Market", "")], []),
    "slido.json": (
        Form.SLIDO, [("Who pays for the ramp?", "")], [Left.DELETED, Left.PRIVATE],
    ),
    "ideas.csv": (
        Form.TABLE, [("Fferi, drwy'r flwyddyn", "Siân Puw"), ("Marchnad", "")], [],
    ),
    "ideas-semicolon.csv": (
        Form.TABLE, [("Fferi; drwy'r flwyddyn", "Siân Puw"), ("Marchnad", "")], [],
    ),
    "ideas-excel.csv": (
        Form.TABLE, [("Fferi, drwy'r flwyddyn", "Siân Puw"), ("Marchnad", "")], [],
    ),
    "list.txt": (
        Form.LINES,
        [("A ferry stop, all year", ""), ("Caffi â tho newydd", ""), ("Llwybr i bawb", "")],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_every_sample_is_known_and_read(tmp_path: Path, name: str) -> None:
    form, said, left = SAID[name]
    found, read = messages(tmp_path, name)
    assert found is form
    all_of_them = judged(read, ())
    new = [each.message for each in all_of_them if each.standing is Standing.NEW]
    assert [(each.words, each.author) for each in new] == said
    assert [each.left for each in all_of_them if each.left] == left


@pytest.mark.parametrize("name", [name for name in FILES if FILES[name] != FILES["list.txt"]])
def test_the_reasons_are_said(tmp_path: Path, name: str) -> None:
    fit = arriving(tmp_path, name).fits[0]
    assert fit.reasons
    assert all(reason.message.format(**reason.values) for reason in fit.reasons)


@pytest.mark.parametrize("name", REPORTS)
def test_a_list_of_who_was_there_is_no_list_of_cards(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem, match="People page"):
        arriving(tmp_path, name)


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("teams-classic.txt", at(13, 4)),
        ("teams-new.txt", at(13, 4)),
        ("teams-new-welsh.txt", at(13, 4)),
        ("meeting_saved_chat.txt", at(13, 4, 11)),
        ("zoom-2021.txt", at(13, 4, 11)),
        ("chat.txt", None),
        ("forms.xlsx", datetime(2026, 9, 9, 13, 7, 40, tzinfo=UTC)),
        ("voters.xlsx", at(12, 5, 2)),
        ("slido.json", at(12, 7)),
        ("ideas.csv", at(13, 5)),
    ],
)
def test_when_it_was_written(tmp_path: Path, name: str, when: datetime | None) -> None:
    said = [each for each in messages(tmp_path, name)[1] if not each.left]
    assert said[0].at == when


def test_the_line_is_kept_and_names_nobody_unless_wanted(tmp_path: Path) -> None:
    for name in FILES:
        for each in messages(tmp_path, name)[1]:
            if each.left or not each.author:
                continue
            assert each.author not in each.line(named=False), name
            assert each.words.splitlines()[0] in each.line(named=False)
    [_, ferry, *_] = messages(tmp_path, "meeting_saved_chat.txt")[1]
    assert ferry.line(named=True) == (
        "14:05:02 From  Priya Nand  to  Everyone:\nA ferry stop, all year\nand a café: open late"
    )


def test_nothing_of_a_private_message_is_kept(tmp_path: Path) -> None:
    for name in ("meeting_saved_chat.txt", "zoom-2021.txt", "zoom-welsh.txt", "slido.json"):
        private = [each for each in messages(tmp_path, name)[1] if each.left is Left.PRIVATE]
        assert private == [Message("", left=Left.PRIVATE)], name


@pytest.mark.parametrize(
    "text",
    [
        "14:05:40 From  Sam  to  Hosts and panelists:\n\tsecret",
        "14:05:40 From Sam to Noa(Direct Message): secret",
        "14:05:40\t From Sam to Noa (Privately) : secret",
        "From Sam to Noa (Privately): secret",
        "Sam to Noa (Direct Message) 14:05\nsecret",
        "Sam to You (Direct Message) 2:05 PM\nsecret",
        "14:05:40 O  Sam  i  Noa(Yn breifat):\n\tsecret",
        "14:05:40 Oddi wrth Sam at Noa (Neges breifat): secret",
        # In a language that nobody here knows: a doubt keeps words out.
        "14:05:40 Von  Sam  an  Noa(Direktnachricht):\n\tsecret",
        "14:05:40 Von  Sam  an  Alle:\n\tsecret",
        # A head that was damaged makes its words part of the message above.
        "14:05:02 From  Noa  to  Everyone:\n\tHi\n14:0 Fr  Sam  to  Noa(Direct Message):\n\tsecret",
        "14:05:02 From  Noa  to  Everyone:\n\tHi\nSam Noa (Direct Message):\n\tsecret",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "14:01:00 From  Noa  to  Everyone:\n\tHello all\n"])
def test_a_private_message_in_any_layout_is_left_out(text: str, before: str) -> None:
    found = arriving_text(before + text, DAY)
    for fit in (found.fits[0].form, Form.ZOOM_CHAT):
        read = found.messages(fit)
        assert all("secret" not in each.words + each.body for each in read)
        assert Left.PRIVATE in [each.left for each in read]


def test_a_private_line_in_a_plain_list_is_left_out() -> None:
    found = arriving_text("A ferry\nSam Rivera (Privately) : do not say it\nA market\n", DAY)
    read = found.messages(Form.LINES)
    assert [each.words for each in read] == ["A ferry", "", "A market"]


@pytest.mark.parametrize(
    "text",
    [
        "We need a ferry, all year\nA café, please\nLlwybr i bawb",
        "Moved from Cardiff to Bangor\nThe bus at 10:30 is late\nOpen it to everyone",
        "Note: ask the board\nQ: who pays?\nA: nobody",
        "One line of words",
        "Costs; time; people\nTrust\nBuses",
        "[10:30] Coffee\n[11:00] Voting\n\n[12:00] Lunch",
    ],
)
def test_what_people_type_is_a_list(text: str) -> None:
    assert arriving_text(text, DAY).fits[0].form is Form.LINES


def test_somebody_may_say_otherwise(tmp_path: Path) -> None:
    found = arriving(tmp_path, "zoom-2021.txt")
    assert {fit.form for fit in found.fits} == set(Form)
    read = found.messages(Form.LINES)
    assert len(read) == 4
    assert read[3].left is Left.PRIVATE
