"""Places where a mutant cannot matter, or should not be noticed by a test.

annotations                 a type says nothing while the program runs; mypy guards it
under TYPE_CHECKING         only mypy reads it, as abstractmethod, overload, final and override
options of a dataclass      frozen, slots and order guard against code that is not yet written
strict of zip               it only complains: no two lists of the program differ in length
asserts                     they tell mypy what is known; where they are wrong the next line fails
caches                      a result is remembered only to be faster
calls of a log              a line in a log file promises nothing to a person
numbers of print            sizes, gaps and shades are judged by eye; places in a list are not
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MEMORY = {"cache", "lru_cache"}
FOR_MYPY = {"abstractmethod", "overload", "final", "override", "runtime_checkable"}
PRINT = ("pack", "pdf")


Part = tuple[tuple[int, int], tuple[int, int]]
"""From a line and column to another, not included."""


@dataclass(frozen=True)
class LeftOut:
    """The parts of a file in which nothing is changed, and those in which no number is."""

    parts: list[Part]
    numbers: list[Part]

    def has(self, line: int, column: int, operator: str) -> bool:
        """Whether an operator's change at this place cannot matter."""
        parts = self.parts + (self.numbers if operator == "NumberReplacer" else [])
        return any(start <= (line, column) < end for start, end in parts)


def places(source: str, path: Path) -> LeftOut:
    """Return what is left out in a file."""
    lines, tree = source.splitlines(), ast.parse(source)
    parts = [span(node, lines) for node in left_out(tree)]
    numbers = [span(node, lines) for node in sizes(tree)] if path.parts[2:4] == PRINT else []
    return LeftOut(parts, numbers)


def sizes(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the numbers that are no place in a list."""
    nodes = list(ast.walk(tree))
    places = (ast.walk(node.slice) for node in nodes if isinstance(node, ast.Subscript))
    inside = {id(each) for slices in places for each in slices}
    for node in nodes:
        if isinstance(node, ast.Constant) and id(node) not in inside:
            yield node


def left_out(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the nodes in which a change cannot matter."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            yield node.annotation
            if is_named(node.annotation, {"TypeAlias"}) and isinstance(node, ast.AnnAssign):
                yield node
        elif isinstance(node, ast.FunctionDef):
            yield from [node.returns] if node.returns else []
            yield from (each for each in node.decorator_list if is_named(each, MEMORY | FOR_MYPY))
        elif isinstance(node, ast.Assert) or is_for_mypy(node):
            yield node
        elif isinstance(node, ast.Call):
            yield from options(node)
        elif isinstance(node, ast.Assign) and is_union(node.value):
            yield node.value


def is_for_mypy(node: ast.AST) -> bool:
    """Whether this is `if TYPE_CHECKING`."""
    return isinstance(node, ast.If) and is_named(node.test, {"TYPE_CHECKING"})


def options(call: ast.Call) -> Iterator[ast.AST]:
    """Yield the arguments of a call that only guard, and calls of a log."""
    if is_named(call.func, {"dataclass"}):
        yield from (each.value for each in call.keywords)
    elif is_named(call.func, {"zip"}):
        yield from (each.value for each in call.keywords if each.arg == "strict")
    elif isinstance(call.func, ast.Attribute) and is_named(call.func.value, {"log", "logging"}):
        yield call


def is_union(node: ast.expr) -> bool:
    """Whether an expression is a type such as `Card | Theme | None`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return is_union(node.left) and is_union(node.right)
    if isinstance(node, ast.Name):
        return node.id.istitle()
    return isinstance(node, ast.Constant) and node.value is None


def is_named(node: ast.expr, names: set[str]) -> bool:
    """Whether an expression is one of these names, perhaps called or with its module before it."""
    if isinstance(node, ast.Call):
        return is_named(node.func, names)
    if isinstance(node, ast.Attribute):
        return node.attr in names
    return isinstance(node, ast.Name) and node.id in names


def span(node: ast.AST, lines: list[str]) -> Part:
    """Return where a node starts and ends; `ast` counts columns in bytes, parso in letters."""
    assert isinstance(node, ast.expr | ast.stmt)
    end = node.end_lineno or node.lineno
    start = (node.lineno, letters(lines[node.lineno - 1], node.col_offset))
    # A decorator is changed at its @, which is not part of the node.
    before = lines[node.lineno - 1][: start[1]].strip() == "@"
    return (start[0], start[1] - before), (end, letters(lines[end - 1], node.end_col_offset or 0))


def letters(line: str, offset: int) -> int:
    """Return how many letters the first bytes of a line are."""
    return len(line.encode()[:offset].decode())


def lines_of_statement(source: str, line: int) -> range:
    """Return the lines of the innermost statement at a line; none outside functions."""
    functions = [each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.FunctionDef)]
    inside = [part for each in functions for part in each.body]
    statements = [
        node
        for part in inside
        for node in ast.walk(part)
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    if not statements:
        return range(0)
    innermost = max(statements, key=lambda node: node.lineno)
    return range(innermost.lineno, own_end(innermost) + 1)


def own_end(node: ast.stmt) -> int:
    """Return the last line of a statement without the statements inside it."""
    inside = [each.lineno for each in ast.iter_child_nodes(node) if isinstance(each, ast.stmt)]
    return max(node.lineno, min(inside) - 1) if inside else node.end_lineno or node.lineno
