// Reads one line of the benchmark's inpatient claims, keys in any order. Unknown keys, codes and spellings are refused, and so
// are claims whose four parts do not add up: `read_line` is 0 then.
#ifndef CLAIM_LINE_H
#define CLAIM_LINE_H

#include <string.h>

#include "kernel.h"

typedef struct { const char *at; int64_t length; } text;
typedef struct {
  inpatient_claim claim;
  text claim_id, psn_no, standing;
} read_claim;

typedef struct { const char *at, *end; int failed; } cursor;

static inline int is_text(text value, const char *wanted, int64_t length) {
  return value.length == length && memcmp(value.at, wanted, (size_t)length) == 0;
}
#define IS(value, wanted) is_text(value, wanted, sizeof(wanted) - 1)

static inline void skip_spaces(cursor *in) {
  while (in->at < in->end && (*in->at == ' ' || *in->at == '\t')) in->at++;
}

static inline int take(cursor *in, char wanted) {
  skip_spaces(in);
  if (in->at == in->end || *in->at != wanted) return 0;
  in->at++;
  return 1;
}

static inline void expect(cursor *in, char wanted) { in->failed |= !take(in, wanted); }

// Bytes of a word that are zero, marked by their highest bit; exact for the first one.
static inline uint64_t zero_bytes(uint64_t word) {
  return (word - 0x0101010101010101u) & ~word & 0x8080808080808080u;
}

// The next quotation mark or backslash, eight bytes at a time.
static inline const char *end_of_plain(const char *at, const char *end) {
  for (; end - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, at, 8);
    const uint64_t found = zero_bytes(word ^ 0x2222222222222222u) | zero_bytes(word ^ 0x5c5c5c5c5c5c5c5cu);
    if (found) return at + (__builtin_ctzll(found) >> 3);
  }
  while (at < end && *at != '"' && *at != '\\') at++;
  return at;
}

// A string; what is escaped stays as it is written, so that it can be written again.
static inline text take_text(cursor *in) {
  expect(in, '"');
  const char *begin = in->at;
  in->at = end_of_plain(in->at, in->end);
  while (in->end - in->at > 1 && *in->at == '\\') in->at = end_of_plain(in->at + 2, in->end);
  const text value = {begin, in->at - begin};
  expect(in, '"');
  return value;
}

// Yuan with at most two decimals, as fen; below 10^13 yuan.
static inline int64_t take_amount(cursor *in) {
  skip_spaces(in);
  const char *begin = in->at;
  int64_t value = 0;
  while (in->at < in->end && (unsigned)(*in->at - '0') < 10) value = value * 10 + (*in->at++ - '0');
  in->failed |= in->at == begin || in->at - begin > 13;
  if (in->at == in->end || *in->at != '.') return value * 100;
  in->at++;
  int decimals = 0;
  for (; in->at < in->end && (unsigned)(*in->at - '0') < 10 && decimals < 2; decimals++) value = value * 10 + (*in->at++ - '0');
  in->failed |= decimals == 0 || (in->at < in->end && (unsigned)(*in->at - '0') < 10);
  return decimals == 1 ? value * 10 : value;
}

static inline void take_accounts(cursor *in, inpatient_claim *claim) {
  expect(in, '{');
  if (take(in, '}')) return;
  do {
    const text name = take_text(in);
    expect(in, ':');
    const int64_t amount = take_amount(in);
    if (IS(name, "employee_inpatient.occurrences")) claim->stays = (int32_t)(amount / 100);
    else if (IS(name, "pool_year")) claim->pool_paid = amount;
    else if (IS(name, "large_year")) claim->large_paid = amount;
    else if (IS(name, "pool_expense")) claim->pool_expense = amount;
    else in->failed = 1;
  } while (!in->failed && take(in, ','));
  expect(in, '}');
}

static inline int is_day(text value) {
  if (value.length != 10) return 0;
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? value.at[i] != '-' : (unsigned)(value.at[i] - '0') >= 10) return 0;
  return 1;
}

static inline int filing_of(text standing) {
  if (IS(standing, "local")) return 0;
  if (IS(standing, "long_term")) return 1;
  if (IS(standing, "referral")) return 2;
  if (IS(standing, "temporary")) return 3;
  return IS(standing, "unfiled") ? 4 : -1;
}

static inline int level_of(text code) {
  if (code.length != 2) return 0;
  const int number = (code.at[0] - '0') * 10 + code.at[1] - '0';
  return number < 1 || number > 11 ? 0 : number <= 4 ? 3 : number <= 7 ? 2 : 1;
}

static inline void take_member(cursor *in, read_claim *read) {
  inpatient_claim *claim = &read->claim;
  const text key = take_text(in);
  expect(in, ':');
  if (IS(key, "medfee_sumamt")) { claim->of.total = take_amount(in); return; }
  if (IS(key, "fulamt_ownpay_amt")) { claim->of.self_paid = take_amount(in); return; }
  if (IS(key, "overlmt_selfpay")) { claim->of.over_limit = take_amount(in); return; }
  if (IS(key, "preselfpay_amt")) { claim->of.first_self_pay = take_amount(in); return; }
  if (IS(key, "inscp_scp_amt")) { claim->of.in_scope = take_amount(in); return; }
  if (IS(key, "accounts")) { take_accounts(in, claim); return; }
  skip_spaces(in);
  const text value = take_text(in);
  if (IS(key, "claim_id")) read->claim_id = value;
  else if (IS(key, "psn_no")) read->psn_no = value;
  else if (IS(key, "standing")) read->standing = value;
  else if (IS(key, "hosp_lv")) { claim->level = (uint8_t)level_of(value); in->failed |= claim->level == 0; }
  else if (IS(key, "psn_type")) { claim->retired = IS(value, "12"); in->failed |= !claim->retired && !IS(value, "11"); }
  else if (IS(key, "insutype")) in->failed |= !IS(value, "310");
  else if (IS(key, "med_type")) in->failed |= !IS(value, "21");
  else if (IS(key, "insuplc_admdvs")) in->failed |= !IS(value, "999901");
  else if (IS(key, "mdtrtarea_admvs")) in->failed |= !IS(value, "999901") && !IS(value, "999902");
  else if (IS(key, "begntime") || IS(key, "endtime") || IS(key, "setl_time")) in->failed |= !is_day(value);
  else in->failed = 1;
}

static inline int read_line(const char *begin, const char *end, read_claim *read) {
  cursor in = {begin, end, 0};
  memset(read, 0, sizeof *read);
  read->standing = (text){"local", 5};
  read->claim.of.total = -1;
  expect(&in, '{');
  do take_member(&in, read);
  while (!in.failed && take(&in, ','));
  expect(&in, '}');
  const int filing = filing_of(read->standing);
  read->claim.filing = (uint8_t)filing;
  const amounts *of = &read->claim.of;
  return !in.failed && filing >= 0 && read->claim.level != 0 && read->claim_id.at &&
         of->total == of->self_paid + of->over_limit + of->first_self_pay + of->in_scope;
}

#endif
