// The kernels as a library: columns to structs, structs settled in a plain scalar loop, answers to columns. Only
// settle_all_… is timed. Built and called by kernel.py.
#include <stdlib.h>

#include "kernel.h"

typedef const int64_t *column;

#define LOAD(name) claims[i].name = columns[next++][i]
#define LOAD_AMOUNTS LOAD(of.total), LOAD(of.self_paid), LOAD(of.over_limit), LOAD(of.first_self_pay), LOAD(of.in_scope)

// Fields in the order of shapes.py: amounts, codes, accounts.
#define SHAPE(shape, answer, fields)                                                          \
  void load_##shape(const column *columns, int64_t count, shape##_claim *claims) {            \
    for (int64_t i = 0; i < count; i++) {                                                     \
      int next = 0;                                                                           \
      LOAD_AMOUNTS;                                                                           \
      fields;                                                                                 \
    }                                                                                         \
  }                                                                                           \
  int64_t size_of_##shape(void) { return sizeof(shape##_claim); }                             \
  void settle_all_##shape(const shape##_claim *claims, int64_t count, answer *answers) {      \
    for (int64_t i = 0; i < count; i++) answers[i] = settle_##shape(&claims[i]);              \
  }

SHAPE(inpatient, inpatient_answer,
      (LOAD(level), LOAD(retired), LOAD(filing), LOAD(stays), LOAD(pool_paid), LOAD(large_paid), LOAD(pool_expense)))
SHAPE(outpatient, pool_answer, (LOAD(level), LOAD(retired), LOAD(deductible_charged), LOAD(year_expense), LOAD(year_paid)))
SHAPE(chronic, pool_answer, (LOAD(level), LOAD(retired), LOAD(disease), LOAD(deductible_charged), LOAD(disease_paid)))
SHAPE(five_layers, five_layers_answer,
      (LOAD(level), LOAD(hardship), LOAD(stays), LOAD(pool_paid), LOAD(supplement_paid), LOAD(major_base), LOAD(assistance_paid)))
