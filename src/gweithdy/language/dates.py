"""Dates and times as people write them in Welsh and English: day month year, 24 hours."""

from datetime import date, datetime, time

from gweithdy.domain.text import Language

# As in CLDR, where a test compares them. Asking Babel costs the start of the program more than
# all the rest of the first page.
DAYS = {
    Language.CY: (
        "Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn",
        "Dydd Sul",
    ),
    Language.EN: (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ),
}  # fmt: skip
MONTHS = {
    Language.CY: (
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi",
        "Hydref", "Tachwedd", "Rhagfyr",
    ),
    Language.EN: (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip
SHORT_MONTHS = {
    Language.CY: (
        "Ion", "Chwef", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag",
    ),
    Language.EN: (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
    ),
}  # fmt: skip


def long_date(day: date, language: str) -> str:
    """ "Dydd Mercher 8 Tachwedd 2023"."""
    return f"{DAYS[Language(language)][day.weekday()]} {plain_date(day, language)}"


def plain_date(day: date, language: str) -> str:
    """ "8 Tachwedd 2023"."""
    return f"{day.day} {MONTHS[Language(language)][day.month - 1]} {day.year}"


def short_date(day: date, language: str) -> str:
    """ "8 Tach 2023", for narrow columns."""
    return f"{day.day} {SHORT_MONTHS[Language(language)][day.month - 1]} {day.year}"


def clock(at: time | datetime) -> str:
    """ "14:03"."""
    return at.strftime("%H:%M")
