"""What the system says of files, in the language of the screen."""

import errno
import os

import pytest

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.language.words import Words


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "there is nothing of this name"),
        (errno.EACCES, "you do not have permission for this"),
        (errno.EPERM, "you do not have permission for this"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EBUSY, "another program is using it"),
        (errno.EISDIR, "it is a folder"),
    ],
)
def test_the_usual_reasons_are_told_in_our_words(number: int, said: str) -> None:
    problem = Problem(N_("{path}: {reason}"), path="a", reason=why(OSError(number, "as it is")))
    assert Words("en").problem(problem) == f"a: {said}"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (32, "another program is using it"),
        (5, "another program is using it, or you do not have permission for this"),
    ],
)
def test_a_file_that_another_program_holds_on_windows_is_in_use(number: int, said: str) -> None:
    held = PermissionError(errno.EACCES, "Permission denied")
    held.winerror = number  # type: ignore[attr-defined]
    assert why(held) == said


def test_others_are_told_as_the_system_says_them() -> None:
    assert why(OSError(errno.EIO, os.strerror(errno.EIO))) == os.strerror(errno.EIO)
    assert why(OSError("no number")) == "no number"
