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

// A key as it is usually written, with what follows it up to the value.
typedef struct { const char *words; int64_t length; } usual_key;
#define KEY(name) {"\"" name "\": ", sizeof(name) + 3}

// Eight bytes at a time, the last ones once more; no key is shorter.
static inline int starts_with(const char *at, const usual_key *key) {
  int64_t i = 0;
  for (; i + 8 <= key->length; i += 8)
    if (memcmp(at + i, key->words + i, 8) != 0) return 0;
  return memcmp(at + key->length - 8, key->words + key->length - 8, 8) == 0;
}

// The number of the key that comes next, with its colon taken; `guess` is the one to be tried first. Keys may come in any
// order and with any spaces, but mostly they do not.
static inline int take_key(cursor *in, const usual_key *keys, int count, int guess) {
  skip_spaces(in);
  if (guess < count && in->end - in->at > keys[guess].length && starts_with(in->at, &keys[guess])) {
    in->at += keys[guess].length;
    return guess;
  }
  const text name = take_text(in);
  expect(in, ':');
  skip_spaces(in);
  for (int i = 0; i < count; i++)
    if (is_text(name, keys[i].words + 1, keys[i].length - 4)) return i;
  return -1;
}

enum { STAYS, POOL_PAID, LARGE_PAID, POOL_EXPENSE, ACCOUNTS_COUNT };
static const usual_key account_keys[ACCOUNTS_COUNT] = {
    KEY("employee_inpatient.occurrences"), KEY("pool_year"), KEY("large_year"), KEY("pool_expense")};

static inline void take_accounts(cursor *in, inpatient_claim *claim) {
  expect(in, '{');
  if (take(in, '}')) return;
  int key = -1;
  do {
    key = take_key(in, account_keys, ACCOUNTS_COUNT, key + 1);
    const int64_t amount = take_amount(in);
    switch (key) {
      case STAYS: claim->stays = (int32_t)(amount / 100); break;
      case POOL_PAID: claim->pool_paid = amount; break;
      case LARGE_PAID: claim->large_paid = amount; break;
      case POOL_EXPENSE: claim->pool_expense = amount; break;
      default: in->failed = 1;
    }
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

enum {
  CLAIM_ID, PSN_NO, INSUTYPE, INSUPLC, MED_TYPE, HOSP_LV, PSN_TYPE, MDTRTAREA, STANDING, BEGNTIME, ENDTIME, SETL_TIME,
  TOTAL, SELF_PAID, OVER_LIMIT, FIRST_SELF_PAY, IN_SCOPE, ACCOUNTS, MEMBERS_COUNT
};
static const usual_key member_keys[MEMBERS_COUNT] = {
    KEY("claim_id"), KEY("psn_no"), KEY("insutype"), KEY("insuplc_admdvs"), KEY("med_type"), KEY("hosp_lv"),
    KEY("psn_type"), KEY("mdtrtarea_admvs"), KEY("standing"), KEY("begntime"), KEY("endtime"), KEY("setl_time"),
    KEY("medfee_sumamt"), KEY("fulamt_ownpay_amt"), KEY("overlmt_selfpay"), KEY("preselfpay_amt"),
    KEY("inscp_scp_amt"), KEY("accounts")};

// Whether the member is known and what it says is allowed.
static inline int take_member(cursor *in, read_claim *read, int key) {
  inpatient_claim *claim = &read->claim;
  text value;
  switch (key) {
    case TOTAL: claim->of.total = take_amount(in); return 1;
    case SELF_PAID: claim->of.self_paid = take_amount(in); return 1;
    case OVER_LIMIT: claim->of.over_limit = take_amount(in); return 1;
    case FIRST_SELF_PAY: claim->of.first_self_pay = take_amount(in); return 1;
    case IN_SCOPE: claim->of.in_scope = take_amount(in); return 1;
    case ACCOUNTS: take_accounts(in, claim); return 1;
    case CLAIM_ID: read->claim_id = take_text(in); return 1;
    case PSN_NO: read->psn_no = take_text(in); return 1;
    case STANDING: read->standing = take_text(in); return 1;
    case INSUTYPE: value = take_text(in); return IS(value, "310");
    case INSUPLC: value = take_text(in); return IS(value, "999901");
    case MED_TYPE: value = take_text(in); return IS(value, "21");
    case MDTRTAREA: value = take_text(in); return IS(value, "999901") || IS(value, "999902");
    case HOSP_LV: value = take_text(in); claim->level = (uint8_t)level_of(value); return claim->level != 0;
    case PSN_TYPE: value = take_text(in); claim->retired = IS(value, "12"); return claim->retired || IS(value, "11");
    case BEGNTIME: case ENDTIME: case SETL_TIME: value = take_text(in); return is_day(value);
    default: return 0;
  }
}

static inline int read_line(const char *begin, const char *end, read_claim *read) {
  cursor in = {begin, end, 0};
  memset(read, 0, sizeof *read);
  read->standing = (text){"local", 5};
  read->claim.of.total = -1;
  expect(&in, '{');
  int key = -1, is_allowed;
  do {
    key = take_key(&in, member_keys, MEMBERS_COUNT, key + 1);
    is_allowed = take_member(&in, read, key);
  } while (is_allowed && !in.failed && take(&in, ','));
  expect(&in, '}');
  const int filing = filing_of(read->standing);
  read->claim.filing = (uint8_t)filing;
  const amounts *of = &read->claim.of;
  return is_allowed && !in.failed && filing >= 0 && read->claim.level != 0 && read->claim_id.at &&
         of->total == of->self_paid + of->over_limit + of->first_self_pay + of->in_scope;
}

#endif
