"""What forty people said, at four tables and online, as their note-takers typed it."""

from gweithdy.domain.board import CardKind

C, S, B, U = (CardKind.CULTURAL, CardKind.STRUCTURAL, CardKind.BEHAVIOURAL, CardKind.UNSURE)

VISION = (
    ("@1", "Un person yn ateb y ffôn ac yn aros gyda chi"),
    ("@1", "One person answers the phone and stays with you"),
    ("@2", "Help before things go wrong"),
    ("@2", "Cymdogion yn adnabod ei gilydd wrth eu henwau"),
    ("@3", "Neighbours know each other by name again"),
    ("@3", "Mae gwres a dŵr glân ym mhob tŷ"),
    ("@4", "Young people are asked first"),
    ("@4", "Amser i wrando ar bobl hŷn"),
    ("@online", "The bus comes when the clinic is open"),
    ("@arlein", "Mae'r feddygfa a'r bws yn siarad â'i gilydd"),
    ("@o", "Nobody tells their story twice"),
    ("@Ar-lein", "Neb yn gorfod adrodd ei stori ddwywaith"),
    ("@Table 3", "A park where wheelchairs can go round"),
    ("@bwrdd 4", "Gardd i bawb y tu ôl i'r neuadd"),
)
BARRIERS = (
    ("c", (C,), "@1", "Mae ofn gwneud camgymeriad ar bawb"),
    ("s", (S,), "@1", "Every grant has its own long form"),
    ("cs", (C, S), "@2", "Rydyn ni'n cyfri beth sy'n hawdd ei gyfri"),
    ("b", (B,), "@2", "We do not ring people back"),
    ("?", (U,), "@3", "Somebody always says that it was tried before"),
    ("dy", (C, B), "@3", "Dydyn ni ddim yn gofyn i'r bobl ifanc"),
    ("s", (S,), "@4", "The last bus leaves at six"),
    ("s", (S,), "@4", "The last bus leaves before six o'clock"),
    ("a", (U,), "@a", "Mae'r cyfarfodydd i gyd yn y dref"),
    ("y", (B,), "@o", "Nobody reads the minutes"),
    ("", (), "@o", "The money ends every March"),
    ("s", (S,), "@a", "Mae'r arian yn dod i ben bob mis Mawrth"),
    ("csb", (C, S, B), "@1", "Each team guards its own list"),
    ("b", (B,), "@2", "Rydyn ni'n aros i rywun arall ddechrau"),
)
HELP = (
    ("@1", "Un ffurflen fer i bob grant"),
    ("@1", "One short form for every grant"),
    ("@2", "A phone that a person answers"),
    ("@2", "Rhannu swyddfa gyda'r elusen"),
    ("@3", "Let the street decide about some of the money"),
    ("@3", "Cinio gyda'n gilydd unwaith y mis"),
    ("@4", "Train the teams together"),
    ("@4", "Dysgu o beth aeth o'i le, heb feio neb"),
    ("@o", "Stop one report each month"),
    ("@a", "Gofyn i'r bobl ifanc ar-lein"),
    ("@o", "A later bus on clinic days"),
    ("@a", "Ail fws ar ddyddiau'r feddygfa"),
)
QUOTES = (
    ("@3", "Mae gan Mam bedwar cyfrinair a dim un drws"),
    ("@o", "I have told my story to nine people. None of them wrote it down."),
)
PARKED = (
    ("@2", "Who pays for the hall after March?"),
    ("@4", "Allwn ni gael y bws gyda'r nos?"),
    ("@o", "The car park on Saturdays"),
)

CARDS = tuple(each[-1] for each in (*VISION, *BARRIERS, *HELP))
"""Forty."""

ALIKE = ("The last bus leaves at six", "The last bus leaves before six o'clock")
"""Two that say the same."""

PLACES = {
    **{f"@{n}": str(n) for n in range(1, 5)},
    **dict.fromkeys(("@online", "@arlein", "@o", "@a", "@Ar-lein"), "online"),
    "@Table 3": "3",
    "@bwrdd 4": "4",
}
"""What they typed, and where it is."""

WELSH = 19
"""Of the cards, as they were said."""
