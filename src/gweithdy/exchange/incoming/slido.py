"""Questions from Slido, as it exports them to JSON."""

import json
from collections.abc import Iterator
from typing import Any

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.incoming.messages import PRIVATE, Left, Message
from gweithdy.exchange.incoming.when import iso_moment

IDS = ("event_question_id", "question_id", "id", "uuid")


def is_slido(text: str) -> bool:
    """Whether the text may be such a file."""
    return text.lstrip()[:1] in ("[", "{") and '"text"' in text


def read_slido(text: str) -> list[Message]:
    """The questions; Problem if the text is no JSON, or has none."""
    try:
        root = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem(N_("This is not valid JSON. Nothing was imported.")) from error
    questions = [_message(each) for each in _questions(root)]
    if not questions:
        raise Problem(N_("There are no questions from Slido in this file. Nothing was imported."))
    return questions


def _questions(root: Any) -> Iterator[dict[str, Any]]:
    """The questions in a list, or in the lists of one thing that holds them."""
    lists = list(root.values()) if isinstance(root, dict) else [root]
    for each in lists:
        for item in each if isinstance(each, list) else ():
            if isinstance(item, dict) and isinstance(item.get("text"), str):
                yield item


def _message(item: dict[str, Any]) -> Message:
    if item.get("is_public") is False:
        return PRIVATE
    words, stamp = item["text"], str(item.get("date_created") or "")
    left = Left.DELETED if item.get("date_deleted") else None
    id = next((f"{key} {item[key]}" for key in IDS if _is_id(item.get(key))), "")
    return Message(words, stamp, words, _author(item), stamp, iso_moment(stamp), id, left)


def _is_id(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _author(item: dict[str, Any]) -> str:
    author = item.get("author_name") or item.get("author") or ""
    if isinstance(author, dict):
        author = author.get("name") or ""
    is_named = isinstance(author, str) and not item.get("is_anonymous")
    return author.strip() if is_named else ""
