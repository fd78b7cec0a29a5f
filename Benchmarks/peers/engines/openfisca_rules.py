"""The rules as OpenFisca variables: every function becomes a variable of the same name, computed once for all claims.

Integers are int32 there, so what is not plain fen is declared int64 with `@wide` (OpenFisca stores what the variable's dtype
says; its declared types have no int64)."""

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from engines.figures import *

RATIO = numpy.array(RATIOS, numpy.int64)
LARGE_RATIO = numpy.array(LARGE_RATIOS, numpy.int64)
LESS = numpy.array(POINTS, numpy.int64)

CLAIM = build_entity(key="claim", plural="claims", label="one settlement", is_person=True)
VARIABLES, WIDE = [], []


def made(name, **members):
    """A variable; OpenFisca wants its attributes in the class itself."""
    common = {"value_type": int, "entity": CLAIM, "definition_period": DateUnit.YEAR, "label": name}
    return type(name, (Variable,), common | members)


def variable(formula):
    """The function, which takes a look-up of variables by name, as a variable."""
    computed = lambda claim, period: formula(lambda name: claim(name, period))
    VARIABLES.append(made(formula.__name__, formula=computed, label=formula.__doc__ or formula.__name__))
    return formula


def wide(formula):
    WIDE.append(formula.__name__)
    return variable(formula)


def half_up_quotient(number, by):
    return (2 * number + by) // (2 * by)


@variable
def deductible(of):
    return numpy.minimum(of("in_scope"), numpy.where(of("stays") == 0, FIRST_STAY, LATER_STAY))


@variable
def begin(of):
    """Where the paid expense begins on the year's axis."""
    return of("pool_expense") + of("deductible")


@variable
def end(of):
    return of("pool_expense") + of("in_scope")


@variable
def reached(of):
    """Where the columns end for this claim."""
    return numpy.maximum(numpy.minimum(of("end"), EXPENSE_CAP), of("begin"))


@variable
def length_0(of):
    return numpy.maximum(numpy.minimum(of("reached"), FIRST_END) - of("begin"), 0)


@variable
def length_1(of):
    return numpy.maximum(numpy.minimum(of("reached"), SECOND_END) - numpy.maximum(of("begin"), FIRST_END), 0)


@variable
def length_2(of):
    return of("reached") - of("begin") - of("length_0") - of("length_1")


@wide
def points(of):
    return LESS[of("filing")]


@wide
def ratio_0(of):
    return RATIO[of("retired"), of("level") - 1, 0] - of("points")


@wide
def ratio_1(of):
    return RATIO[of("retired"), of("level") - 1, 1] - of("points")


@wide
def ratio_2(of):
    return RATIO[of("retired"), of("level") - 1, 2] - of("points")


@wide
def large_ratio(of):
    return LARGE_RATIO[of("retired")] - of("points")


@wide
def full_0(of):
    return of("length_0") * of("ratio_0")


@wide
def full_1(of):
    return of("length_1") * of("ratio_1")


@wide
def pays(of):
    """Thousandths that the columns pay, without the cap on paid."""
    return of("full_0") + of("full_1") + of("length_2") * of("ratio_2")


@wide
def room(of):
    """Fen that the cap on paid leaves."""
    return numpy.maximum(POOL_CAP - of("pool_paid"), 0)


@wide
def pool(of):
    return numpy.minimum((of("pays") + 500) // 1000, of("room"))


@wide
def stop(of):
    """The column in which the cap on paid stops the payment, 3 for none."""
    left = of("room") * 1000
    column = numpy.where(left < of("full_0"), 0, numpy.where(left < of("full_0") + of("full_1"), 1, 2))
    return numpy.where(of("pays") > left, column, 3)


@wide
def parts(of):
    """What the pool leaves over is a whole number of such parts of a fen."""
    return numpy.choose(of("stop"), (of("ratio_0"), of("ratio_1"), of("ratio_2"), 1))


@wide
def rest(of):
    """What the pool leaves over, in those parts."""
    result = (of("end") - of("reached")).astype(numpy.int64)
    apart = numpy.flatnonzero(of("stop") < 3)
    stopped = lambda name: of(name)[apart].astype(numpy.int64)
    column, position, left = stopped("stop"), stopped("begin"), stopped("room") * 1000
    for number in (0, 1):
        beyond = column > number
        position += numpy.where(beyond, stopped(f"length_{number}"), 0)
        left -= numpy.where(beyond, stopped(f"full_{number}"), 0)
    result[apart] = (stopped("end") - position) * stopped("parts") - left
    return result


@wide
def large_room(of):
    return numpy.maximum(LARGE_CAP - of("large_paid"), 0)


@wide
def large_pays(of):
    return of("rest") * of("large_ratio")


@wide
def large(of):
    result = (of("large_pays") + 500) // 1000
    apart = numpy.flatnonzero(of("stop") < 3)
    result[apart] = half_up_quotient(of("large_pays")[apart], 1000 * of("parts")[apart])
    return numpy.minimum(result, of("large_room"))


@wide
def over_cap(of):
    beyond = of("large_pays") - of("large_room") * 1000 * of("parts")
    result = numpy.zeros_like(beyond)
    apart = numpy.flatnonzero(beyond > 0)
    result[apart] = half_up_quotient(beyond[apart], of("large_ratio")[apart] * of("parts")[apart])
    return result


@wide
def fund(of):
    return of("pool") + of("large")


@wide
def person(of):
    return of("total") - of("fund")


@wide
def ratio_share(of):
    return of("in_scope") - of("fund") - of("deductible") - of("over_cap")


@variable
def out_of_scope(of):
    return of("total") - of("in_scope")
