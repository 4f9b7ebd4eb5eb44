"""What a program of others says of the accessibility of a PDF, where it is installed."""

from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

CHECKER = "page-validation"
STANDARD = "PDF/UA-1"


@dataclass(frozen=True, slots=True)
class Checked:
    """`by` whom, with the version; `findings` are what it has against the file, in its words."""

    by: str
    findings: tuple[str, ...]


def checker() -> str:
    """The name and the version of what would check; "" where there is none on this computer."""
    try:
        return f"{CHECKER} {version(CHECKER)}"
    except PackageNotFoundError:
        return ""


def checked(pdf: bytes) -> Checked | None:
    """What it says of a file; None where there is none, or it cannot be used."""
    by = checker()
    if not by:
        return None
    try:
        page = import_module("page")
        profile = page.ValidationProfile.PDF_UA_1
    except (ImportError, AttributeError):
        # Another module of that name, or a version that we do not know.
        return None
    try:
        report = page.validate_pdf_bytes(pdf, profile=profile)
    except page.PageError as error:
        return Checked(by, (str(error),))
    return Checked(by, tuple(dict.fromkeys(str(each.message) for each in report.failures)))
