"""Codes before words say what a card is; nothing that a person means as words is eaten."""

import pytest

from gweithdy.domain.board import CardKind
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.ui.capture.codes import Coded, Codes
from gweithdy.ui.capture.places import Place, Shelf

C, S, B, U = (CardKind.CULTURAL, CardKind.STRUCTURAL, CardKind.BEHAVIOURAL, CardKind.UNSURE)
CY, EN = Language.CY, Language.EN
VISION = Place(Shelf.CARD, "v", "What would good look like?")
BARRIERS = Place(Shelf.CARD, "b", "What is in the way?", has_kinds=True)
HELP = Place(Shelf.CARD, "h", "What could help?")
QUOTE, PARKED = Place(Shelf.QUOTE, "", "Quote"), Place(Shelf.PARKED, "", "Parking lot")
PLACES = [VISION, BARRIERS, HELP, QUOTE, PARKED]
CODES = Codes(PLACES, ["room", "online", "1", "2", "3", "A", "Bwrdd Iechyd", "before"])


@pytest.mark.parametrize(
    ("typed", "coded"),
    [
        ("Too many forms", Coded("Too many forms")),
        ("/2 Too many forms", Coded("Too many forms", BARRIERS)),
        ("/2c Too many", Coded("Too many", BARRIERS, (C,))),
        ("/2cs Too many", Coded("Too many", BARRIERS, (C, S))),
        ("/2dy Gormod", Coded("Gormod", BARRIERS, (C, B))),
        ("/sb Too many", Coded("Too many", None, (S, B))),
        ("/2? Too many", Coded("Too many", BARRIERS, (U,))),
        ("/a Gormod", Coded("Gormod", None, (U,))),
        ("/3 @12 More time", Coded("More time", HELP, None, "12")),
        ("@3 /3 More time", Coded("More time", HELP, None, "3")),
        ("@o More time", Coded("More time", source="online")),
        ("@ar-lein Mwy o amser", Coded("Mwy o amser", source="online")),
        ("@a Mwy o amser", Coded("Mwy o amser", source="A")),
        ("@cyn Mwy o amser", Coded("Mwy o amser", source="before")),
        ("@bwrddiechyd Amser", Coded("Amser", source="Bwrdd Iechyd")),
        ("@Bwrdd Iechyd Amser", Coded("Amser", source="Bwrdd Iechyd")),
        ("@bwrdd 3 Mwy o amser", Coded("Mwy o amser", source="3")),
        ("@Table 3 More time", Coded("More time", source="3")),
        ("@table 12 /2 More time", Coded("More time", BARRIERS, source="12")),
        ("/2 @table A time", Coded("time", BARRIERS, source="A")),
        ("@Cyn y sesiwn Amser", Coded("Amser", source="before")),
        ("@bwrdd 3", Coded("", source="3")),
        ("/cy Staff", Coded("Staff", language=CY)),
        ("/2CS /EN @R Staff", Coded("Staff", BARRIERS, (C, S), "room", EN)),
        ("/q Said so", Coded("Said so", QUOTE)),
        ("/p The car park", Coded("The car park", PARKED)),
        ("/i Y maes parcio", Coded("Y maes parcio", PARKED)),
        ("/2\u2028New line", Coded("New line", BARRIERS)),
        ("/2", Coded("", BARRIERS)),
        # A thing said twice: the second time it is words.
        ("/2 /3 of them", Coded("/3 of them", BARRIERS)),
    ],
)  # fmt: skip
def test_codes_are_read(typed: str, coded: Coded) -> None:
    assert CODES.read(typed) == coded
    assert bool(coded) == (coded.words != typed)


@pytest.mark.parametrize(
    "sentence",
    [
        "/etc/hosts is what IT always blames",
        "/cy/gwasanaethau ddim yn gweithio ar y ffôn",
        "/gwasanaethau is a dead link",
        "/ month is what the rent is quoted in",
        "/4 of the staff left",
        "/ccs nobody knows what it means",
        "/ssd drives are slow",
        "/cu is not the same as a credit union",
        "@mair_jones said it on the chat",
        "@nhswales never answers",
        "@table we all agreed",
        "@bwrdd yr iechyd mae hi",
        "@bwrdd 123 o bobl",
        "@ 3 o'clock everybody leaves",
        "@3pm the school run begins",
        "@home is where people do the forms",
        "@gwaith mae pawb yn brysur",
        "and/or is in every form",
        "24/7 cover, 9/10 of it unpaid",
        "w/c 12 Tachwedd does neb ar gael",
        "£3/awr am barcio",
        "He/she/they on every letter",
        "Send it to mair@example.org @3",
        "The form asks for /2 copies",
        "#trafnidiaeth oedd y pwnc mawr",
        "#3 in the list is housing",
        "50% of us, + carers * volunteers",
        "?",
        "=2+2",
        "",
        " ",
        "//",
        "// comment",
        "@@",
        "//server/share is where it is kept",
        "@@mair is her name there",
    ],
)
def test_sentences_with_the_signs_stay_as_they_are(sentence: str) -> None:
    assert CODES.read(sentence) == Coded(sentence)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("//2 of us left", "/2 of us left"), ("@@3 we go home", "@3 we go home")],
)
def test_a_sign_written_twice_is_that_sign(typed: str, kept: str) -> None:
    assert CODES.read(typed) == Coded(kept)
    assert CODES.read(f"/2 {typed}") == Coded(kept, BARRIERS)


@pytest.mark.parametrize(
    ("typed", "stray"),
    [
        ("/2c? Too many", "/2c?"),
        ("/9 Too many", "/9"),
        ("/2c@3 Too many", "/2c@3"),
        ("/2 /c /s Too many", "/s"),
        ("@Gareth said so", "@Gareth"),
        ("@table nobody knows", "@table"),
        ("@bwrdd ", ""),
        # Still being typed.
        ("/2c?", ""),
        ("/2 Too many", ""),
        ("//2 of us left", ""),
        ("// comment", ""),
        ("@@mair is her name", ""),
        ("24/7 cover", ""),
    ],
)
def test_what_looks_like_a_code_and_is_none_is_known(typed: str, stray: str) -> None:
    assert CODES.read(typed).stray == stray


def offered(before: str, language: str = "en", codes: Codes = CODES) -> list[str]:
    return [offer.code for offer in codes.offers(before, Words(language))]


@pytest.mark.parametrize(
    ("before", "language", "codes"),
    [
        ("/", "en", ["/1", "/2", "/3", "/c", "/s", "/b", "/?", "/q", "/p", "/cy", "/en"]),
        ("/", "cy", ["/1", "/2", "/3", "/d", "/s", "/y", "/?", "/q", "/i", "/cy", "/en"]),
        ("/2 @", "en", ["@o", "@r", "@b", "@1", "@2", "@3", "@a", "@bwrddiechyd"]),
        ("@iech", "cy", ["@bwrddiechyd"]),
        ("@bwrdd ", "cy", ["@1", "@2", "@3", "@a", "@bwrddiechyd"]),
        ("@Table 3", "en", ["@3"]),
        ("@bwrdd x", "cy", []),
        ("/cult", "en", ["/c"]),
        ("/diw", "cy", ["/d"]),
        ("/way", "en", ["/2"]),
        ("/c", "en", ["/c", "/cy"]),
        ("/zz", "en", []),
        ("Some /", "en", []),
        ("/2 words", "en", []),
        ("//", "en", []),
        ("", "en", []),
    ],
)
def test_what_can_follow_is_offered(before: str, language: str, codes: list[str]) -> None:
    assert offered(before, language) == codes


def test_every_code_that_is_offered_is_one() -> None:
    for language in Language:
        for begun in ("/", "@"):
            for code in offered(begun, language):
                assert CODES.read(f"{code} words").words == "words", code


def test_there_are_no_kinds_where_no_lane_has_them() -> None:
    codes = Codes([VISION, QUOTE, PARKED], ["room"])
    assert "/c" not in offered("/", codes=codes)
    assert codes.read("/c words") == Coded("/c words")
    assert codes.read("/1c words") == Coded("words", VISION, (C,))
