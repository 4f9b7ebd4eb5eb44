"""Jobs: a fault in the work is told, and whoever asked for it can go on."""

from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.ui.jobs import Job, Jobs


def test_a_fault_is_raised_and_also_told_to_whoever_waits(qtbot: QtBot) -> None:
    jobs, told = Jobs(), list[Problem]()

    def work(_job: Job) -> None:
        raise ZeroDivisionError("by nought")

    with qtbot.captureExceptions() as faults:
        jobs.start(work, None, told.append)
        qtbot.waitUntil(lambda: bool(faults))
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    assert [str(problem).endswith("by nought") for problem in told] == [True]
