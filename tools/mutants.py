"""Change the program in small ways and see whether a test notices. How to: docs/mutants.md.

mutants.py collect [tests/…]                note which test runs which line
mutants.py run --room domain --sample 60    try some mutants of a room
"""

import argparse
import difflib
import random
import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import skips
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from operators import OPERATORS
from which_tests import PACKAGE, PYTEST, ROOT, Tests, collect, environment, known_tests

# They open no window and install nothing, so that a mutant costs seconds.
ROOMS = ["domain", "edits", "language", "exchange", "storage", "pack"]
USUAL_TESTS = [f"tests/{room}" for room in ROOMS] + ["tests/test_a_new_noun.py"]


@dataclass(frozen=True, order=True)
class Mutant:
    """One small change: an operator at one of the places in a file that it can change."""

    path: Path
    line: int
    column: int
    operator: str
    occurrence: int


def mutants_of(path: Path, chance: random.Random) -> Iterator[Mutant]:
    """Yield one mutant, drawn by lot, for each place in a file that can be changed."""
    source = (ROOT / path).read_text("utf-8")
    left_out = skips.places(source, path)
    nodes = list(ast_nodes(get_ast(source)))
    places: dict[tuple[int, int], list[Mutant]] = defaultdict(list)
    for name, operator in OPERATORS.items():
        starts = (start for node in nodes for start, _ in operator.mutation_positions(node))
        for occurrence, (line, column) in enumerate(starts):
            if not left_out.has(line, column, name):
                places[line, column].append(Mutant(path, line, column, name, occurrence))
    for _, choices in sorted(places.items()):
        yield chance.choice(choices)


def sampled(room: str, size: int, seed: int) -> tuple[list[Mutant], int]:
    """Return some mutants of a room, the same for the same seed, and how many places it has."""
    chance = random.Random(seed)
    found = sorted((ROOT / PACKAGE / room).rglob("*.py"))
    files = [each.relative_to(ROOT) for each in found if "migrations" not in each.parts]
    every = [mutant for path in files for mutant in mutants_of(path, chance)]
    return sorted(chance.sample(every, min(size, len(every)))), len(every)


def tests_for(mutant: Mutant, tests: Tests, budget: float) -> list[str]:
    """Return the tests that could notice a mutant, as many as the budget (in seconds) allows."""
    source = (ROOT / mutant.path).read_text("utf-8")
    spent = 0.0
    chosen: list[str] = []
    for test in tests.that_run(mutant.path, skips.lines_of_statement(source, mutant.line)):
        spent += tests.seconds[test]
        if chosen and spent > budget:
            break
        chosen.append(test)
    return chosen


def noticed_by(copy: Path, chosen: list[str], seconds: float) -> str:
    """Run tests on a changed copy; return which one failed, or an empty text."""
    command = [*PYTEST, "-x", "--tb=no", *chosen]
    try:
        done = subprocess.run(
            command,
            check=False,
            cwd=copy,
            env=environment(copy),
            capture_output=True,
            text=True,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return f"no end within {seconds:.0f} s"
    if done.returncode == 0:
        return ""
    said = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return said[0].partition(" - ")[0] if said else "the tests could not start"


def is_caught(mutant: Mutant, copy: Path, tests: Tests, budget: float) -> bool:
    """Change the copy, run the tests that could notice, put it back; return whether one did."""
    chosen = tests_for(mutant, tests, budget)
    before = (copy / mutant.path).read_text("utf-8")
    after = mutate_code(before, OPERATORS[mutant.operator], mutant.occurrence)
    (copy / mutant.path).write_text(after, "utf-8")
    allowed = 30 + 4 * sum(tests.seconds[test] for test in chosen)
    by = noticed_by(copy, chosen, allowed) if chosen else ""
    (copy / mutant.path).write_text(before, "utf-8")
    where = f"{mutant.path}:{mutant.line} {mutant.operator}"
    if by:
        print(f"caught   {where} {by}", flush=True)
        return True
    print(f"SURVIVED {where}, {len(chosen)} tests ran it")
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
    print("".join(f"    {line}\n" for line in list(diff)[2:]), end="", flush=True)
    return False


def run(args: argparse.Namespace) -> None:
    """Try a sample of a room's mutants and print how many were caught."""
    tests = known_tests()
    mutants, places = sampled(args.room, args.sample, args.seed)
    if args.only:
        mutants = [each for each in mutants if f"{each.path.name}:{each.line}" in args.only]
    caught: Counter[bool] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__"))
        for mutant in mutants:
            caught[is_caught(mutant, copy, tests, args.budget)] += 1
    share = 100 * caught[True] / max(len(mutants), 1)
    print(
        f"{args.room}: {caught[True]} of {len(mutants)} caught ({share:.0f} %), "
        f"seed {args.seed}, {places} places"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    jobs = parser.add_subparsers(required=True)
    collecting = jobs.add_parser("collect")
    collecting.add_argument("paths", nargs="*", default=USUAL_TESTS)
    collecting.set_defaults(job=lambda args: collect(args.paths))
    running = jobs.add_parser("run")
    running.add_argument("--room", required=True, choices=ROOMS)
    running.add_argument("--sample", type=int, default=60)
    running.add_argument("--seed", type=int, default=1)
    running.add_argument("--budget", type=float, default=60, help="seconds of tests a mutant")
    running.add_argument("--only", nargs="*", metavar="FILE:LINE", help="of the sample, only these")
    running.set_defaults(job=run)
    args = parser.parse_args()
    args.job(args)


if __name__ == "__main__":
    main()
