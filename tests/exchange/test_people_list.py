"""Lists of people as they are pasted: from sheets, mails, reports of meetings, or just lines."""

import pytest

from gweithdy.domain.people import LanguageChoice, Mode, Participant, Sector
from gweithdy.domain.problem import Problem
from gweithdy.exchange.people_list import Listed, Standing, people_in, read_list, standings
from gweithdy.exchange.people_words import Meaning, choice

ANN, BOB = ("Ann Jones", "ann@x.org"), ("Bob Rees", "bob@x.org")


def people(text: str) -> list[Listed]:
    listed = read_list(text)
    return people_in(listed.rows, listed.meanings)


def names(text: str) -> list[str]:
    return [each.name for each in people(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Jones <ann@x.org>; Bob Rees <bob@x.org>",
        '"Ann Jones" <ann@x.org>, Bob Rees <bob@x.org>,',
        "Ann Jones <ann@x.org>\nBob Rees <bob@x.org>\n",
        "Ann Jones\tann@x.org\nBob Rees\tbob@x.org",
        "Ann Jones;ann@x.org\r\n\r\nBob Rees;bob@x.org\r\n",
        "ann@x.org,Ann Jones\nbob@x.org,Bob Rees",
        "Enw,E-bost\nAnn Jones,ann@x.org\nBob Rees,bob@x.org",
        "\ufeffFirst name\tLast name\tEmail Address\nAnn\tJones\tann@x.org\nBob\tRees\tbob@x.org",
        (
            "Name (Original Name),User Email,Duration (Minutes)\nAnn Jones,ann@x.org,9\n"
            '"Bob Rees",bob@x.org,12\n\nName,Join Time\nAnn Jones,9:30'
        ),
        (
            "1. Summary\nMeeting title\tHarbour day\n\n2. Participants\nName\tJoin\tEmail\n"
            "Ann Jones\t9:30\tann@x.org\nBob Rees\t9:31\tbob@x.org\n\n3. Activities\nName\nAnn"
        ),
    ],
)
def test_names_and_addresses_are_found(text: str) -> None:
    assert [(each.name, each.mail) for each in people(text)] == [ANN, BOB]


@pytest.mark.parametrize(
    "text", ["Ann\nBob\nCeri", "Ann; Bob; Ceri", "Ann, Bob, Ceri", " Ann \n\n  Bob\nCeri \n"]
)
def test_bare_names_are_people(text: str) -> None:
    assert names(text) == ["Ann", "Bob", "Ceri"]


def test_a_comma_inside_a_name_stays() -> None:
    assert names("Jones, Ann <ann@x.org>; Rees, Bob <bob@x.org>") == ["Jones, Ann", "Rees, Bob"]
    assert names('Name,Organisation\n"Jones, Ann",Cyngor') == ["Jones, Ann"]
    assert names("Name\tOrganisation\nJones, Ann\tCyngor, Gwynedd") == ["Jones, Ann"]


def test_one_line_about_one_person() -> None:
    [ann] = people("Ann Jones, Newydd Housing Association, ar-lein, Cymraeg")
    assert (ann.name, ann.fields["mode"], ann.fields["language"]) == (
        "Ann Jones",
        Mode.ONLINE,
        LanguageChoice.CY,
    )
    assert ann.fields["organisation"].missing is None
    assert ann.fields["organisation"].en.words == "Newydd Housing Association"


@pytest.mark.parametrize(
    ("meaning", "said", "meant"),
    [
        (Meaning.MODE, "In Person", Mode.ROOM),
        (Meaning.MODE, "yn yr ystafell", Mode.ROOM),
        (Meaning.MODE, "online", Mode.ONLINE),
        (Meaning.MODE, "Ar-lein", Mode.ONLINE),
        (Meaning.LANGUAGE, "Cymraeg", LanguageChoice.CY),
        (Meaning.LANGUAGE, "WELSH", LanguageChoice.CY),
        (Meaning.LANGUAGE, "English", LanguageChoice.EN),
        (Meaning.LANGUAGE, "Saesneg", LanguageChoice.EN),
        (Meaning.LANGUAGE, "y ddwy", LanguageChoice.BOTH),
        (Meaning.SECTOR, "Health", Sector.HEALTH),
        (Meaning.SECTOR, "Iechyd", Sector.HEALTH),
        (Meaning.MODE, "perhaps", None),
        (Meaning.LANGUAGE, "Klingon", None),
    ],
)
def test_words_of_both_languages_are_understood(meaning: Meaning, said: str, meant: object) -> None:
    assert choice(meaning, said) is meant


def test_columns_without_a_heading_are_known_by_what_they_hold() -> None:
    listed = read_list("3\tonline\nx\tAr-lein\n")
    assert listed.meanings == (Meaning.NAME, Meaning.MODE)
    listed = read_list("Ann\tCyngor\tSaesneg\tann@x.org\tspare\nBob\t\tWelsh\t\t\n")
    assert listed.meanings == (
        Meaning.NAME, Meaning.ORGANISATION, Meaning.LANGUAGE, Meaning.MAIL, Meaning.NOTHING,
    )  # fmt: skip


def test_rows_of_other_lengths_have_all_columns() -> None:
    listed = read_list("Enw\tBwrdd\nAnn\nBob\t2\tand more\n")
    assert {len(row) for row in listed.rows} == {3}
    assert [each.fields.get("table") for each in people_in(listed.rows, listed.meanings)] == [
        None,
        "2",
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "Name\tEmail\n"])
def test_no_list_is_told(text: str) -> None:
    with pytest.raises(Problem, match="no name"):
        read_list(text)


def test_who_is_there_already_is_told() -> None:
    known = [Participant(id="1", session="s", name="ann JONES")]
    listed = [
        Listed("Ann Jones"),
        Listed("Bob", "bob@x.org"),
        Listed("Robert", "BOB@x.org"),
        Listed("bob"),
        Listed(""),
    ]
    assert standings(listed, known) == [
        Standing.THERE, Standing.NEW, Standing.TWICE, Standing.TWICE, Standing.NAMELESS,
    ]  # fmt: skip


def test_a_cell_as_long_as_a_book_is_no_fault() -> None:
    assert names("Ann," + "y" * 200_000 + "\nBeca,c") == ["Ann", "Beca"]


def test_a_sheet_wider_than_its_list_has_the_columns_of_the_list() -> None:
    assert len(read_list("Ann\tOrg" + "\t" * 16_000 + "\nBeca" + "\t" * 16_001).meanings) == 2


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("Álvarez, Noa", Standing.THERE),
        ("noa  álvarez", Standing.THERE),
        ("Álvarez", Standing.NEW),
        ("Álvarez,", Standing.NEW),
        ("Noa, Álvarez, Siân", Standing.NEW),
    ],
)
def test_a_name_that_is_turned_round_is_the_same_one(name: str, standing: Standing) -> None:
    known = [Participant(id="1", session="s", name="Noa Álvarez")]
    assert standings([Listed(name)], known) == [standing]
