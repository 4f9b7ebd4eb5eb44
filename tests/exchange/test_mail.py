"""Drafts of e-mails, read back by Python's own reader of e-mails."""

import email
import email.policy
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.ids import new_id
from gweithdy.domain.pack_kinds import PACK_KINDS
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, Written, both, said
from gweithdy.exchange.mail import Attachment, attachment, draft

TITLE = both("Gŵyl y Tŷ", "House festival")
FILES = [Attachment("pecyn.pdf", b"%PDF\x00\xff"), Attachment("pecyn.docx", b"PK")]


def session(title: Text = TITLE) -> Session:
    return Session(id=new_id(), title=title, date=date(2026, 11, 12))


def read(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def body(data: bytes, kind: str = "plain") -> str:
    part = read(data).get_body((kind,))
    assert part
    return str(part.get_content())


def test_it_opens_unsent_and_to_nobody() -> None:
    data = draft(session(), 2, FILES)
    message = read(data)
    assert set(message.keys()) == {"X-Unsent", "Subject", "MIME-Version", "Content-Type"}
    assert message["X-Unsent"] == "1"
    assert "Gŵyl y Tŷ" in message["Subject"]
    assert message["Subject"].index("Gŵyl y Tŷ") < message["Subject"].index("House festival")
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) < 998


def test_it_says_what_it_is_in_both_languages() -> None:
    said = body(draft(session(), 2, FILES))
    welsh, english = said.split("— — —")
    assert "English below" in welsh
    for part, title, day, version in (
        (welsh, "Gŵyl y Tŷ", "Dydd Iau 12 Tachwedd 2026", "Fersiwn 2"),
        (english, "House festival", "Thursday 12 November 2026", "Version 2"),
    ):
        for words in (title, day, version, "- pecyn.pdf (PDF)", "- pecyn.docx"):
            assert words in part
    assert "another form" in english
    assert "Version" not in body(draft(session(), 0, FILES))


def test_each_language_is_marked_for_whoever_hears_it() -> None:
    page = html5lib.HTMLParser(strict=True).parse(body(draft(session(), 1, FILES), "html"))
    at = "{http://www.w3.org/1999/xhtml}"
    parts = {each.get("lang"): "".join(each.itertext()) for each in page.iter(f"{at}div")}
    assert "Gŵyl y Tŷ" in parts["cy"]
    assert "House festival" in parts["en"]
    assert "House festival" not in parts["cy"]


def test_a_title_in_the_other_language_says_so() -> None:
    text = body(draft(session(said("Barriers", "en")), 1, FILES), "html")
    page = html5lib.HTMLParser(strict=True).parse(text)
    spans = list(page.iter("{http://www.w3.org/1999/xhtml}span"))
    assert [(each.get("lang"), each.text) for each in spans] == [("en", "Barriers")]


def test_the_files_go_along_as_they_are() -> None:
    files = [*FILES, Attachment("Pecyn Gŵyl\n.PDF", b"1"), Attachment("x.e\nx\r\ne", b"2")]
    files += [Attachment("con.cy.pdf", b"3"), Attachment("!.pdf", b"4")]
    found = list(read(draft(session(), 1, files)).iter_attachments())
    names = [each.get_filename() for each in found]
    assert names == [
        "pecyn.pdf",
        "pecyn.docx",
        "pecyn-gwyl.pdf",
        "x.e-x-e",
        "con-1.cy.pdf",
        "pack.pdf",
    ]
    kinds = [each.get_content_type() for each in found]
    assert kinds[:3] == [PACK_KINDS[ending].media for ending in (".pdf", ".docx", ".pdf")]
    assert [each.get_payload(decode=True) for each in found] == [each.data for each in files]
    assert {each.get_content_disposition() for each in found} == {"attachment"}


def test_the_same_files_make_the_same_draft() -> None:
    one = session()
    assert draft(one, 1, FILES) == draft(one, 1, FILES)


HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), max_size=400) | st.sampled_from(
    ["Bcc: a@b.cy", "x\r\nBcc: a@b.cy", "x\nBcc: a@b.cy", "x\x85Bcc: a", "ŵ" * 300, "=?utf-8?q?a?="]
)


@given(HOSTILE, HOSTILE)
def test_no_title_becomes_a_header(cy: str, en: str) -> None:
    title = Text(Written(cy), Written(en), "cy")
    message = read(draft(session(title), 1, FILES))
    assert set(message.keys()) == {"X-Unsent", "Subject", "MIME-Version", "Content-Type"}
    assert len(list(message.iter_attachments())) == len(FILES)
    assert len(message["Subject"]) < 400


def test_markup_in_a_title_is_only_words() -> None:
    data = draft(session(both("<b>a</b>", "<script>x</script> & y")), 1, FILES)
    assert "<script>" not in body(data, "html")
    assert "<script>x</script> & y" in body(data)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"1")
    assert attachment(tmp_path / "a.pdf") == Attachment("a.pdf", b"1")
    with pytest.raises(Problem):
        attachment(tmp_path / "no.pdf")
