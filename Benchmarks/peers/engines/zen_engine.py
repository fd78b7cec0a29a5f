"""GoRules zen-engine: a decision table for the ratios, then expressions; further tables for reductions and deductibles
took about 15 % longer. Of its entry points the fastest is used: one call for 100 claims, a graph whose only node
evaluates the claim's graph in loop mode. Its numbers are decimals."""

import importlib.metadata
import itertools

import numpy
import zen

import shapes
from engines.figures import *

SHAPE = shapes.SHAPES["inpatient"]
TOGETHER = 100
STOP = "$.pays <= $.room ? 0 : ($.room < $.full_0 ? 1 : ($.room < $.full_0 + $.full_1 ? 2 : 3))"
FIRST_REST = "($.end - $.begin) * $.ratio_0 - $.room"
SECOND_REST = "($.end - $.begin - $.length_0) * $.ratio_1 - $.room + $.full_0"
THIRD_REST = "($.end - $.begin - $.length_0 - $.length_1) * $.ratio_2 - $.room + $.full_0 + $.full_1"
EXPRESSIONS = {
    "points": f"{list(POINTS)}[filing]",
    "ratio_0": "r0 - $.points", "ratio_1": "r1 - $.points", "ratio_2": "r2 - $.points", "large_ratio": "r3 - $.points",
    "deductible": f"min([in_scope, stays == 0 ? {FIRST_STAY} : {LATER_STAY}])",
    "begin": "pool_expense + $.deductible",
    "end": "pool_expense + in_scope",
    "reached": f"max([min([$.end, {EXPENSE_CAP}]), $.begin])",
    "length_0": f"max([min([$.reached, {FIRST_END}]) - $.begin, 0])",
    "length_1": f"max([min([$.reached, {SECOND_END}]) - max([$.begin, {FIRST_END}]), 0])",
    "full_0": "$.length_0 * $.ratio_0",
    "full_1": "$.length_1 * $.ratio_1",
    "pays": "$.full_0 + $.full_1 + ($.reached - $.begin - $.length_0 - $.length_1) * $.ratio_2",
    "room": f"max([{POOL_CAP} - pool_paid, 0]) * 1000",
    "stop": STOP,
    "pool": "$.stop == 0 ? floor(($.pays + 500) / 1000) : $.room / 1000",
    "parts": "$.stop == 0 ? 1 : ($.stop == 1 ? $.ratio_0 : ($.stop == 2 ? $.ratio_1 : $.ratio_2))",
    "rest": f"$.stop == 0 ? $.end - $.reached : ($.stop == 1 ? {FIRST_REST} : ($.stop == 2 ? {SECOND_REST} : {THIRD_REST}))",
    "large_pays": "$.rest * $.large_ratio",
    "large_left": f"max([{LARGE_CAP} - large_paid, 0])",
    "beyond": "$.large_pays - $.large_left * 1000 * $.parts",
    "large": "$.beyond > 0 ? $.large_left : floor((2 * $.large_pays + 1000 * $.parts) / (2000 * $.parts))",
    "over_cap": "$.beyond > 0 ? floor((2 * $.beyond + $.large_ratio * $.parts) / (2 * $.large_ratio * $.parts)) : 0",
    "fund": "$.pool + $.large",
    "person": "total - $.fund",
    "ratio_share": "in_scope - $.fund - $.deductible - $.over_cap",
    "out_of_scope": "total - in_scope",
}  # fmt: skip


def table(inputs, outputs, rows):
    """A decision table; each row has the conditions, then the values."""
    names = [*inputs, *outputs]
    rules = [{"_id": f"row{number}", **dict(zip(names, map(str, row)))} for number, row in enumerate(rows)]
    fields = lambda chosen: [{"id": name, "name": name, "field": name} for name in chosen]
    content = {"hitPolicy": "first", "passThrough": True, "inputs": fields(inputs), "outputs": fields(outputs), "rules": rules}
    return {"type": "decisionTableNode", "content": content}


def expressions(values):
    listed = [{"id": key, "key": key, "value": value} for key, value in values.items()]
    return {"type": "expressionNode", "content": {"expressions": listed, "passThrough": False}}


def chain(*nodes):
    """A graph of the nodes one after the other."""
    nodes = [{"type": "inputNode"}, *nodes, {"type": "outputNode"}]
    named = [{"id": f"n{number}", "name": f"n{number}", **node} for number, node in enumerate(nodes)]
    pairs = itertools.pairwise(node["id"] for node in named)
    return {"nodes": named, "edges": [{"id": f"{a}{b}", "sourceId": a, "targetId": b, "type": "edge"} for a, b in pairs]}


def claim_graph():
    ratios = [
        (retired, level, *RATIOS[retired][level - 1], LARGE_RATIOS[retired]) for retired in (0, 1) for level in (1, 2, 3)
    ]
    return chain(
        table(["retired", "level"], ["r0", "r1", "r2", "r3"], ratios),
        expressions(EXPRESSIONS),
        # Only the answer goes back to Python: without this node the values in between would too, which is slower.
        expressions({name: name for name in SHAPE.answers}),
    )


def loop_graph():
    looped = {"key": "claim", "executionMode": "loop", "inputField": "claims", "outputPath": "claims", "passThrough": False}
    return chain({"type": "decisionNode", "content": looped})


class Zen:
    name = f"GoRules zen-engine {importlib.metadata.version('zen-engine')}"
    most = 20_000

    def __init__(self, columns):
        content = {"claim": claim_graph(), "all": loop_graph()}
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": content}})
        rows = zip(*(columns[name].tolist() for name in SHAPE.columns))
        claims = [dict(zip(SHAPE.columns, row)) for row in rows]
        self.batches = [{"claims": claims[begin : begin + TOGETHER]} for begin in range(0, len(claims), TOGETHER)]

    def run(self):
        self.settled = [self.engine.evaluate("all", batch)["result"]["claims"] for batch in self.batches]

    def answers(self):
        claims = list(itertools.chain.from_iterable(self.settled))
        return {name: numpy.array([claim[name] for claim in claims], numpy.int64) for name in SHAPE.answers}
