// Writes one answer as `policy settle` writes it, byte for byte.
#ifndef ANSWER_LINE_H
#define ANSWER_LINE_H

#include "claim_line.h"

#define LONGEST_ANSWER 2048

static inline char *put(char *out, const char *from, int64_t length) {
  memcpy(out, from, (size_t)length);
  return out + length;
}
#define PUT(out, words) put(out, words, sizeof(words) - 1)

// Two digits at a time: dividing by ten is what takes the time.
static const char two_digits[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354"
    "555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

static inline char *put_count(char *out, int64_t count) {
  char digits[40];
  int at = 20;
  for (; count >= 100; count /= 100) at -= 2, memcpy(digits + at, two_digits + count % 100 * 2, 2);
  if (count >= 10) at -= 2, memcpy(digits + at, two_digits + count * 2, 2);
  else digits[--at] = (char)('0' + count);
  // As many bytes whatever the number is, which is faster; what is too much is written over.
  memcpy(out, digits + at, 20);
  return out + 20 - at;
}

static inline char *put_yuan(char *out, int64_t fen) {
  out = put_count(out, fen / 100);
  *out++ = '.';
  return put(out, two_digits + fen % 100 * 2, 2);
}

#define AMOUNT(words, fen) (out = PUT(out, words), out = put_yuan(out, fen))

static inline char *put_answer(char *out, const read_claim *read, text rules) {
  const inpatient_claim *claim = &read->claim;
  const inpatient_pool pool = pool_of_inpatient(claim);
  const inpatient_answer answer = settle_inpatient_above(claim, &pool);
  const causes *of = &answer.shown;
  out = PUT(out, "{\"claim_id\": \"");
  out = put(out, read->claim_id.at, read->claim_id.length);
  out = PUT(out, "\", \"psn_no\": \"");
  out = put(out, read->psn_no.at, read->psn_no.length);
  AMOUNT("\", \"setlinfo\": {\"medfee_sumamt\": ", claim->of.total);
  AMOUNT(", \"fulamt_ownpay_amt\": ", claim->of.self_paid);
  AMOUNT(", \"overlmt_selfpay\": ", claim->of.over_limit);
  AMOUNT(", \"preselfpay_amt\": ", claim->of.first_self_pay);
  AMOUNT(", \"inscp_scp_amt\": ", claim->of.in_scope);
  AMOUNT(", \"act_pay_dedc\": ", of->deductible);
  AMOUNT(", \"hifp_pay\": ", answer.pool);
  out = PUT(out, ", \"cvlserv_pay\": 0.00, \"hifes_pay\": 0.00, \"hifmi_pay\": 0.00");
  AMOUNT(", \"hifob_pay\": ", answer.large);
  out = PUT(out, ", \"hifdm_pay\": 0.00, \"maf_pay\": 0.00, \"oth_pay\": 0.00");
  AMOUNT(", \"fund_pay_sumamt\": ", of->fund);
  AMOUNT(", \"psn_part_amt\": ", of->person);
  out = PUT(out, "}, \"setldetail\": [");
  if (answer.pool) AMOUNT("{\"fund_pay_type\": \"310100\", \"fund_payamt\": ", answer.pool), *out++ = '}';
  if (answer.pool && answer.large) out = PUT(out, ", ");
  if (answer.large) AMOUNT("{\"fund_pay_type\": \"330100\", \"fund_payamt\": ", answer.large), *out++ = '}';
  AMOUNT("], \"layers\": {\"pool\": ", answer.pool);
  AMOUNT(", \"large\": ", answer.large);
  AMOUNT("}, \"personal\": {\"out_of_scope\": ", of->out_of_scope);
  AMOUNT(", \"non_local_self_pay\": 0.00, \"deductible\": ", of->deductible);
  AMOUNT(", \"over_cap\": ", of->over_cap);
  AMOUNT(", \"ratio_share\": ", of->ratio_share);
  out = PUT(out, "}, \"plan\": \"employee_inpatient\", \"standing\": \"");
  out = put(out, read->standing.at, read->standing.length);
  out = PUT(out, "\", \"accounts\": {\"employee_inpatient.occurrences\": ");
  out = put_count(out, claim->stays + 1);
  // The year's expense grows by z, rounded.
  const int64_t reached = half_up_quotient(claim->of.in_scope * pool.parts - pool.rest, pool.parts);
  AMOUNT(", \"pool_expense\": ", claim->pool_expense + reached);
  AMOUNT(", \"pool_year\": ", claim->pool_paid + answer.pool);
  AMOUNT(", \"large_year\": ", claim->large_paid + answer.large);
  out = PUT(out, "}, \"rules\": ");
  out = put(out, rules.at, rules.length);
  return PUT(out, "}\n");
}

static inline char *put_refusal(char *out, int64_t line) {
  out = PUT(out, "{\"errors\": [\"not a claim of this benchmark\"], \"line\": ");
  out = put_count(out, line);
  return PUT(out, "}\n");
}

#endif
