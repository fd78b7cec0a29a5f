// What the benchmark's rules pay, by hand: the limit that `policy` is measured against. Amounts are whole fen, ratios
// thousandths. Claims and answers are structs whose fields are in the order of shapes.py.
#ifndef KERNEL_H
#define KERNEL_H

#include <stdint.h>

#define YUAN 100LL

typedef struct { int64_t total, self_paid, over_limit, first_self_pay, in_scope; } amounts;
typedef struct { int64_t person, deductible, over_cap, ratio_share, out_of_scope, fund; } causes;

typedef struct {
  amounts of;
  int64_t pool_paid, large_paid, pool_expense;
  int32_t stays;
  uint8_t level, retired, filing;
} inpatient_claim;
typedef struct { int64_t pool, large; causes shown; } inpatient_answer;

typedef struct {
  amounts of;
  int64_t deductible_charged, year_expense, year_paid;
  uint8_t level, retired;
} outpatient_claim;

typedef struct {
  amounts of;
  int64_t deductible_charged, disease_paid;
  uint8_t level, retired, disease;
} chronic_claim;
typedef struct { int64_t pool; causes shown; } pool_answer;

typedef struct {
  amounts of;
  int64_t pool_paid, supplement_paid, major_base, assistance_paid;
  int32_t stays;
  uint8_t level, hardship;
} five_layers_claim;
typedef struct { int64_t pool, supplement, major, assistance, other; causes shown; } five_layers_answer;

static inline int64_t lesser(int64_t a, int64_t b) { return a < b ? a : b; }
static inline int64_t greater(int64_t a, int64_t b) { return a > b ? a : b; }
static inline int64_t room(int64_t cap, int64_t so_far) { return greater(cap - so_far, 0); }
static inline int64_t half_up(int64_t thousandths) { return (thousandths + 500) / 1000; }
static inline int64_t half_up_quotient(int64_t number, int64_t by) { return (2 * number + by) / (2 * by); }

// Causes in whole fen; the ratio share takes the remainder.
static inline causes shown(const amounts *of, int64_t fund, int64_t deductible, int64_t over_cap) {
  return (causes){of->total - fund, deductible, over_cap, of->in_scope - fund - deductible - over_cap,
                  of->total - of->in_scope, fund};
}

// What the pool pays, and what it leaves over: rest / parts fen, a fraction where the cap on paid ends the payment inside a
// column.
typedef struct { int64_t deductible, pool, rest, parts, points; } inpatient_pool;

static inline inpatient_pool pool_of_inpatient(const inpatient_claim *claim) {
  static const int16_t ratios[2][3][3] = {{{900, 950, 970}, {870, 920, 970}, {850, 900, 950}},
                                          {{940, 970, 982}, {922, 952, 982}, {910, 940, 970}}};
  static const int16_t less[5] = {0, 0, 100, 100, 200};
  const int16_t *ratio = ratios[claim->retired][claim->level - 1];
  const int64_t points = less[claim->filing], first = ratio[0] - points, second = ratio[1] - points, third = ratio[2] - points;
  const int64_t base = claim->of.in_scope, start = claim->pool_expense;
  const int64_t deductible = lesser(base, claim->stays ? 650 * YUAN : 1300 * YUAN);
  const int64_t from = start + deductible, to = greater(lesser(start + base, 100000 * YUAN), from);
  // Lengths of the claim in the three columns of the year's expense.
  const int64_t in_first = greater(lesser(to, 30000 * YUAN) - from, 0);
  const int64_t in_second = greater(lesser(to, 40000 * YUAN) - greater(from, 30000 * YUAN), 0);
  const int64_t in_third = to - from - in_first - in_second;
  const int64_t left = room(100000 * YUAN, claim->pool_paid);
  const int64_t pays = in_first * first + in_second * second + in_third * third;
  if (pays <= left * 1000) return (inpatient_pool){deductible, half_up(pays), start + base - to, 1, points};

  int64_t unpaid = left * 1000, position = from, parts = first;
  if (unpaid >= in_first * first) {
    unpaid -= in_first * first, position += in_first, parts = second;
    if (unpaid >= in_second * second) unpaid -= in_second * second, position += in_second, parts = third;
  }
  return (inpatient_pool){deductible, left, (start + base - position) * parts - unpaid, parts, points};
}

static inline inpatient_answer settle_inpatient_above(const inpatient_claim *claim, const inpatient_pool *of) {
  const int64_t ratio = (claim->retired ? 900 : 850) - of->points, left = room(400000 * YUAN, claim->large_paid);
  const int64_t pays = of->rest * ratio, full = left * 1000 * of->parts;
  int64_t large = left, over_cap = 0;
  if (pays > full) {
    over_cap = half_up_quotient(pays - full, ratio * of->parts);
  } else {
    large = of->parts == 1 ? half_up(pays) : half_up_quotient(pays, 1000 * of->parts);
  }
  return (inpatient_answer){of->pool, large, shown(&claim->of, of->pool + large, of->deductible, over_cap)};
}

static inline inpatient_answer settle_inpatient(const inpatient_claim *claim) {
  const inpatient_pool pool = pool_of_inpatient(claim);
  return settle_inpatient_above(claim, &pool);
}

static inline pool_answer settle_outpatient(const outpatient_claim *claim) {
  static const int16_t ratios[2][3][2] = {{{900, 600}, {700, 600}, {700, 600}}, {{900, 800}, {850, 800}, {850, 800}}};
  static const int64_t standards[2] = {1800 * YUAN, 1300 * YUAN};
  const int16_t *ratio = ratios[claim->retired][claim->level - 1];
  const int64_t base = claim->of.in_scope;
  const int64_t deductible = lesser(base, room(standards[claim->retired], claim->deductible_charged));
  const int64_t from = claim->year_expense + deductible, length = base - deductible;
  const int64_t in_first = lesser(greater(20000 * YUAN - from, 0), length), in_second = length - in_first;
  const int64_t left = room(20000 * YUAN, claim->year_paid), pays = in_first * ratio[0] + in_second * ratio[1];
  if (pays <= left * 1000) {
    const int64_t pool = half_up(pays);
    return (pool_answer){pool, shown(&claim->of, pool, deductible, 0)};
  }
  // What the cap leaves over: the second column's length backwards from the end, or into the first.
  const int64_t beyond = pays - left * 1000, second = in_second * ratio[1];
  const int64_t over_cap = beyond <= second ? half_up_quotient(beyond, ratio[1])
                                            : half_up_quotient(beyond - second + in_second * ratio[0], ratio[0]);
  return (pool_answer){left, shown(&claim->of, left, deductible, over_cap)};
}

static inline pool_answer settle_chronic(const chronic_claim *claim) {
  static const int64_t standards[3] = {200 * YUAN, 400 * YUAN, 600 * YUAN};
  static const int64_t caps[4] = {3000 * YUAN, 4000 * YUAN, 5000 * YUAN, 100000 * YUAN};
  static const int16_t ratios[2][3] = {{850, 800, 750}, {900, 850, 800}};
  const int64_t base = claim->of.in_scope, ratio = ratios[claim->retired][claim->level - 1];
  const int64_t deductible = lesser(base, room(standards[claim->level - 1], claim->deductible_charged));
  const int64_t pays = (base - deductible) * ratio, left = room(caps[claim->disease], claim->disease_paid);
  const int is_stopped = pays > left * 1000;
  const int64_t pool = is_stopped ? left : half_up(pays);
  const int64_t over_cap = is_stopped ? half_up_quotient(pays - left * 1000, ratio) : 0;
  return (pool_answer){pool, shown(&claim->of, pool, deductible, over_cap)};
}

// Thousandths that major-illness insurance pays on a year's base.
static inline int64_t major_illness(int64_t base, int hardship) {
  const int64_t above = greater(base - (hardship ? 15000 : 30000) * YUAN, 0), in_first = lesser(above, 50000 * YUAN);
  return in_first * (hardship ? 650 : 600) + (above - in_first) * (hardship ? 750 : 700);
}

static inline five_layers_answer settle_five_layers(const five_layers_claim *claim) {
  static const int64_t standards[3][2] = {{300 * YUAN, 150 * YUAN}, {800 * YUAN, 400 * YUAN}, {1300 * YUAN, 650 * YUAN}};
  static const int16_t ratios[3] = {850, 750, 650};
  const int64_t base = claim->of.in_scope, ratio = ratios[claim->level - 1];
  const int64_t deductible = lesser(base, standards[claim->level - 1][claim->stays > 0]);
  const int64_t pays = (base - deductible) * ratio, left = room(150000 * YUAN, claim->pool_paid);
  // What is over the caps is over / parts fen.
  int64_t pool = half_up(pays), supplement = 0, over = 0, parts = 1;
  if (pays > left * 1000) {
    const int64_t rest = pays - left * 1000, supplement_room = room(200000 * YUAN, claim->supplement_paid);
    pool = left;
    if (rest * 600 <= supplement_room * 1000 * ratio) {
      supplement = half_up_quotient(rest * 600, 1000 * ratio);
    } else {
      supplement = supplement_room, over = rest * 600 - supplement_room * 1000 * ratio, parts = 600 * ratio;
    }
  }
  // From here on every base is whole: what is left of all causes together.
  int64_t burden = base - pool - supplement;
  const int hardship = claim->hardship;
  const int64_t major = half_up(major_illness(claim->major_base + burden, hardship) - major_illness(claim->major_base, hardship));
  burden -= major;
  const int64_t assistance = hardship ? lesser(half_up(burden * 700), room(50000 * YUAN, claim->assistance_paid)) : 0;
  burden -= assistance;
  const int64_t deductible_left = greater(deductible - major - assistance, 0);
  const int64_t other = half_up((burden - deductible_left) * 100);
  const int64_t not_deductible = burden - other - deductible_left;
  const int64_t over_cap = over <= not_deductible * parts ? half_up_quotient(over, parts) : not_deductible;
  return (five_layers_answer){pool, supplement, major, assistance, other,
                              shown(&claim->of, pool + supplement + major + assistance + other, deductible_left, over_cap)};
}

#endif
