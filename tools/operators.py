"""The small changes that a mutant makes: most are cosmic-ray's, two are our own.

Of the many replacements for an operator only its neighbour is taken (`<` for `<=`, `+` for `-`):
the far ones (`a + b` as `a >> b`) are always noticed and would flatter the result.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from cosmic_ray.plugins import get_operator
from parso.python.tree import Name

Place = tuple[tuple[int, int], tuple[int, int]]


class Operator(Protocol):
    """What cosmic-ray asks of an operator; nodes are parso's."""

    def mutation_positions(self, node: Any) -> Iterator[Place]:
        """Yield where this node can be changed."""

    def mutate(self, node: Any, index: int) -> Any:
        """Return the changed node, or None to leave it out."""


class InExpressions:
    """One of cosmic-ray's, for the operators of expressions: not for a bare `*` in a signature."""

    def __init__(self, operator: Operator) -> None:
        self._operator = operator

    def mutation_positions(self, node: Any) -> Iterator[Place]:
        """Yield where it can change an expression."""
        if node.parent is None or node.parent.type not in {"parameters", "lambdef"}:
            yield from self._operator.mutation_positions(node)

    def mutate(self, node: Any, index: int) -> Any:
        """Write another operator."""
        return self._operator.mutate(node, index)


class LeaveOutCall:
    """A call that is made for what it does is not made; a value is not yielded."""

    def mutation_positions(self, node: Any) -> Iterator[Place]:
        """Yield a statement that is nothing but a call or a yield."""
        if node.type == "simple_stmt":
            said = node.children[0]
            calls = said.type in {"atom_expr", "power"} and said.get_code().rstrip().endswith(")")
            if calls or said.type == "yield_expr":
                yield said.start_pos, said.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Write `pass` instead."""
        first = node.get_first_leaf()
        node.children[0] = Name("pass", first.start_pos, prefix=first.prefix)
        return node


class LeaveOutFilter:
    """A comprehension takes everything: its `if` is left out."""

    def mutation_positions(self, node: Any) -> Iterator[Place]:
        """Yield the `if` of a comprehension."""
        if node.type == "comp_if":
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> None:
        """Leave the node out."""


BINARY = ["Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul", "BitOr_BitAnd"]
BINARY += ["BitAnd_BitOr", "Pow_Mul", "LShift_RShift", "RShift_LShift", "BitXor_BitOr"]
COMPARISON = ["Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt"]
COMPARISON += ["Lt_GtE", "LtE_Gt", "Gt_LtE", "GtE_Lt", "Is_IsNot", "IsNot_Is"]
UNARY = ["USub_UAdd", "Delete_USub", "Delete_Not", "Delete_Invert"]
OTHERS = ["AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr"]
OTHERS += ["ReplaceOrWithAnd", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak"]
OTHERS += ["ExceptionReplacer", "NumberReplacer", "RemoveDecorator", "ZeroIterationForLoop"]

NAMES = [f"ReplaceBinaryOperator_{name}" for name in BINARY]
NAMES += [f"ReplaceComparisonOperator_{name}" for name in COMPARISON]
NAMES += [f"ReplaceUnaryOperator_{name}" for name in UNARY]

OPERATORS: dict[str, Operator] = {
    name: InExpressions(get_operator(f"core/{name}")()) for name in [*NAMES, *OTHERS]
}
OPERATORS |= {"LeaveOutCall": LeaveOutCall(), "LeaveOutFilter": LeaveOutFilter()}
