"""The gates that every pack passes: each says what it has against a file."""

from page import ValidationProfile, validate_pdf_bytes
from tests.pack.leaves import of_document, of_file
from tests.pack.structure import opened
from tests.pack.tree_check import faults

from gweithdy.pack.document import Document

UA1, A2A, A3A = ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A, ValidationProfile.PDF_A_3A


def ua1(content: bytes) -> set[str]:
    """What page-validation says of accessibility."""
    return {failure.rule_id for failure in validate_pdf_bytes(content, profile=UA1).failures}


def archive(content: bytes) -> set[str]:
    """What it says of keeping the file for long, as far as it is right.

    PDF/A-3a where something is attached, PDF/A-2a where not.
    """
    with opened(content) as pdf:
        profile = A3A if "/AF" in pdf.Root else A2A
    report = validate_pdf_bytes(content, profile=profile)
    return {
        failure.rule_id
        for failure in report.failures
        if not ("STREAM-LENGTH" in failure.rule_id and _ends_in_a_return(content))
    }


def _ends_in_a_return(content: bytes) -> bool:
    """Whether some stream has as its last byte of data what looks like half an end of line.

    page-validation 0.11 then counts one byte too few. veraPDF does not.
    """
    return b"\r\nendstream" in content


def tree(content: bytes) -> set[str]:
    """Our own check of the structure."""
    return faults(content)


def model(content: bytes, document: Document) -> set[str]:
    """Whether the file says what the document says: in its order and in its languages."""
    return set() if of_file(content) == of_document(document) else {"model"}
