"""Faults of form: keys, words, numbers, dates, codes, cases."""

from faults_kind import BEFORE, CHINESE, ENGLISH, MONGOLIA, NATIONAL, REFORM, WUHAI, fault

E, C = ENGLISH, CHINESE

# Keys. A missing key is shown at the first key of the mapping that lacks it.

fault("misspelled-section", E, "F0201", "benefit_year:", "§benefits_year:", "a misspelled top-level key")
fault("misspelled-plans", E, "F0201", "plans:\n  employee_inpatient:", "§plan:\n  employee_inpatient:", "`plan` instead of `plans`")
fault("misspelled-sources", WUHAI, "F0201", "sources:", "§source:", "`source` instead of `sources` at the top")
fault("misspelled-sources-chinese", C, "F0201", "依据:\n  长1号", "§文件:\n  长1号", "another word for the list of documents")
fault("misspelled-deductible", E, "F0201", "        deductible:\n          per: year", "        §deductable:\n          per: year",
      "a misspelled key of a layer")
fault("misspelled-cap-key", E, "F0201", "    amount: 100000", "    §ammount: 100000", "a misspelled key of a cap")
fault("misspelled-ceiling", E, "F0201", "ceiling: {account", "§celling: {account", "a misspelled key of a deductible")
fault("misspelled-self-pay-times", E, "F0201", "self_pay_times: 60%", "§self_pay_time: 60%", "a misspelled key of an adjustment")
fault("misspelled-lower-by", WUHAI, "F0201", "temporary: {lower_by: 18 points", "temporary: {§lowered_by: 18 points",
      "a misspelled change of a standing")
fault("misspelled-cases", E, "F0201", "{by: hardship, cases: {none: 30404, hardship: 15202}}",
      "{by: hardship, §case: {none: 30404, hardship: 15202}}", "`case` instead of `cases`")
fault("misspelled-reaches", WUHAI, "F0201", "  reaches:", "  §reach:", "`reach` instead of `reaches`")
fault("misspelled-change-key", REFORM, "F0201", "was: 4500", "§old: 4500", "`old` instead of `was`")
fault("misspelled-guardrail-key", NATIONAL, "F0201", "    tolerance: 5 points", "    §tolerence: 5 points", "a misspelled key of a guardrail")
fault("misspelled-chinese", C, "F0201", "        支付比例:\n          分段口径", "        §报销比例:\n          分段口径",
      "an everyday word instead of the key")
fault("misspelled-in-question", E, "F0201", "    assumed: 支付额", "    §assume: 支付额", "a misspelled key of an open question")
fault("invented-key", E, "F0201", "    title: 居民月度限额\n", "    title: 居民月度限额\n    §remark: 2024 年调整\n", "a remark written as a key")
fault("key-of-a-cap-in-a-layer", E, "F0201", "        caps: [resident_month]", "        §amount: 25000\n        caps: [resident_month]",
      "the key of a cap in a layer")
fault("key-in-upper-case", E, "F0201", "rounding: {mode", "§Rounding: {mode", "a key with a capital")
fault("amount-beside-counting", E, "F0201", "columns: [to 20000, above]", "columns: [to 20000, above]\n          §caps: [pool_year]",
      "the caps of a layer under its ratio")
fault("full-width-space-indentation", E, "F0201", "    number: 测医保发〔2023〕1号\n", "    §\u3000number: 测医保发〔2023〕1号\n",
      "a full-width space before a key becomes part of it")
fault("missing-format", E, "F0202", 'format: "1"\n', "", "no format version", at='\n§region: "110000"')
fault("missing-region", WUHAI, "F0202", 'region: "150300"\n', "", "no region", at='\n§format: "1"')
fault("missing-title", E, "F0202", "title: 测试市基本医疗保险\n", "", "no title", at='\n§format: "1"')
fault("missing-in-force", E, "F0202", 'in_force: {from: "2024-01-01", to: "2024-12-31"}\n', "", "no days in force", at='\n§format: "1"')
fault("missing-first-day", E, "F0202", '{from: "2024-01-01", to: "2024-12-31"}', '{§to: "2024-12-31"}', "no first day")
fault("missing-fund", E, "F0202", "        fund: large_amount\n", "", "a layer without a fund", at="- §id: large\n")
fault("missing-ratio", WUHAI, "F0202", "        ratio: {by: hospital_level, cases: {tertiary: 65%, secondary: 75%, primary/unrated: 85%}}\n", "",
      "a layer without a ratio", at="- §id: pool")
fault("missing-pays-from", C, "F0202", "        支付范围: 政策范围内费用\n", "", "a layer that does not say what it pays from",
      at="- §代号: 统筹")
fault("missing-cap-period", E, "F0202", "    measures: expense\n    per: month\n", "    measures: expense\n", "a cap without a period",
      at="resident_month:\n    §title")
fault("missing-plan-for", E, "F0202", "    for: {insurance: resident, visit: inpatient}\n", "", "a plan that does not say for whom",
      at="resident_inpatient:\n    §title")
fault("missing-cases", C, "F0202", "{按: 困难身份, 各档: {无: 60%, 困难人员: 66%}, 依据: 长1号 第十条}", "{§按: 困难身份, 依据: 长1号 第十条}",
      "a table without cases")
fault("missing-by", E, "F0202", "ratio: {by: person, cases: {employed: 84%", "ratio: {§cases: {employed: 84%", "a table that does not say by what")
fault("missing-reaches", WUHAI, "F0202", "  reaches: {visits: [inpatient], layers: [pool]}\n", "",
      "non-local rules that do not say which layers they change", at="non_local:\n  §by")
fault("missing-basis", E, "F0202", '    issued: "2023-12-18"\n    basis: official\n', '    issued: "2023-12-18"\n',
      "a document without its basis", at="测1号:\n    §title")
fault("missing-reason", E, "F0202", "    reason: 本市药店购药不支付\n", "", "a refusal without a reason", at="pharmacy:\n    §for")
fault("missing-was", REFORM, "F0202", "{at: caps.clinic_year.amount, was: 4500,", "{§at: caps.clinic_year.amount,", "a change without the old value")
fault("missing-change-source", REFORM, "F0202", "now: 5000, source: 津20号 第一条}", "now: 5000}", "a change without a source",
      at="- {§at: caps.clinic_year.amount")
fault("missing-layer-id", E, "F0202", "      - id: large\n        title: 大额医疗互助", "      - §title: 大额医疗互助", "a layer without an id")
fault("missing-class-is", C, "F0202", "    属于: 三级\n", "", "a class that does not say what it refines", at="省部属三级:\n    §维度")
fault("missing-strictness", MONGOLIA, "F0202", "    strictness: at_most\n", "", "a guardrail without its strictness", at="最大降幅:\n    §by")

# Wrong kinds of value

fault("list-for-sources", WUHAI, "F0203", "sources:\n  乌68号:\n    title: 测试用统筹区通知\n    number: 测乌发〔2022〕68号\n    basis: official",
      "sources:\n  §- title: 测试用统筹区通知\n    number: 测乌发〔2022〕68号\n    basis: official", "a list of documents instead of a mapping")
fault("text-for-in-force", E, "F0203", 'in_force: {from: "2024-01-01", to: "2024-12-31"}', 'in_force: §"2024-01-01"', "a date instead of from and to")
fault("mapping-for-layers", E, "F0203", "    layers:\n      - id: clinic\n        title", "    layers:\n        §id: clinic\n        title",
      "the dash of a single layer is missing")
fault("text-for-caps", E, "F0203", "caps: [large_year]", "caps: §large_year", "one cap without brackets")
fault("text-for-visits", C, "F0203", "就医类别: [住院], 支付层", "就医类别: §住院, 支付层", "one visit without brackets")
fault("list-for-title", E, "F0203", "title: 居民月度限额", "title: §[居民月度限额]", "a title in brackets")
fault("list-for-amount", E, "F0203", "amount: 25000", "amount: §[25000]", "an amount in brackets")
fault("thousands-in-list", E, "F0203", "amount: 25000", "amount: §[25,000]", "an amount with a comma in brackets")
fault("mapping-for-columns", E, "F0203", "columns: [to 20000, above]", "columns: §{to: 20000}", "a mapping of columns")
fault("text-for-adjust", C, "F0203",
      "          调整:\n            - {对象: {困难身份: 困难人员}, 提高: 5个百分点, 最高: 95%, 依据: 长1号 第八条}", "          调整: §困难人员提高5个百分点",
      "an adjustment written as a sentence")
fault("text-for-effect-list", WUHAI, "F0203", "unfiled: {lower_by: 20 points, source: 乌68号 第三条}", "unfiled: §[lower_by, 20 points]",
      "brackets instead of braces")
fault("list-for-for", E, "F0203", "for: {insurance: resident, visit: inpatient}", "for: §[resident, inpatient]", "a list of values instead of conditions")
fault("text-for-plan", E, "F0203", "  pharmacy:\n    for: {visit: pharmacy}\n    reason: 本市药店购药不支付", "  pharmacy: §本市药店购药不支付",
      "a refusal written as text alone")
fault("list-at-the-top", BEFORE, "F0203", None, '§- format: "1"\n- region: "120000"\n', "a list at the top of a file",
      drop=["120000-tianjin/2024-01-01.yaml"])
fault("text-at-the-top", BEFORE, "F0203", None, "§待写\n", "a single word as the whole file", drop=["120000-tianjin/2024-01-01.yaml"])
fault("list-in-condition", E, "F0203", "for: {person: retired}\n        fund", "for: {person: §[retired]}\n        fund",
      "a list as a condition, instead of a/b")
fault("bare-effect-table", WUHAI, "F0203", "non_local:\n", "not_known: §乌海无资料\nnon_local:\n", "a section written as text")
fault("list-for-members", E, "F0203", 'members: {institutions: ["H11010100001", "H11010100002"]}', 'members: §["H11010100001", "H11010100002"]',
      "the institutions directly under members")

# Vocabularies

fault("chinese-key-in-english", E, "F0204", "    per: month\n", "    §期间: month\n", "a Chinese key in an English file")
fault("chinese-section-in-english", E, "F0204", "benefit_year:", "§待遇年度:", "a Chinese section in an English file")
fault("chinese-word-in-english", E, "F0204", "fund: large_amount", "fund: §大额补助", "a Chinese word in an English file")
fault("chinese-case-in-english", E, "F0204", "            tertiary: 74%", "            §三级: 74%", "a Chinese case in an English file")
fault("chinese-dimension-in-english", E, "F0204", "ratio: {by: person, cases: {employed: 84%", "ratio: {by: §人员, cases: {employed: 84%",
      "a Chinese dimension in an English file")
fault("chinese-any-in-english", E, "F0204", "any: {any: [71%, 61%]}", "any: {§任意: [71%, 61%]}", "the Chinese `any` in an English file")
fault("chinese-as-at-home", WUHAI, "F0204", "as_at_home", "§同本地", "a Chinese effect in an English file")
fault("chinese-condition", E, "F0204", "for: {person: retired}\n        fund", "for: {person: §退休}\n        fund", "a Chinese value in a condition")
fault("english-key-in-chinese", C, "F0204", "    金额: 150000", "    §amount: 150000", "an English key in a Chinese file")
fault("english-section-in-chinese", C, "F0204", "不予支付:\n", "§not_offered:\n", "an English section in a Chinese file")
fault("english-word-in-chinese", C, "F0204", "口径: 支付额", "口径: §paid", "an English word in a Chinese file")
fault("english-any-in-chinese", C, "F0204", "二级: {任意: 600}", "二级: {§any: 600}", "the English `any` in a Chinese file")
fault("english-case-in-chinese", C, "F0204", "            未定级: [84%, 87%]", "            §unrated: [84%, 87%]", "an English case in a Chinese file")
fault("english-source-in-chinese", C, "F0204", "降低: 10个百分点, 依据: 长1号 第三条", "§lower_by: 10个百分点, 依据: 长1号 第三条",
      "an English change in a Chinese file")

# Empty values

fault("empty-amount", E, "F0205", "    amount: 100000\n", "    §amount:\n", "no amount after the key")
fault("empty-title", C, "F0205", "名称: 测试市城乡居民医疗保险", "§名称:", "no title after the key")
fault("empty-last-day", E, "F0205", 'to: "2024-12-31"}', "§to: }", "no last day after the key; an open end is written by leaving it out")
fault("null-issued", E, "F0205", 'issued: "2023-12-18"\nstatus', "§issued: null\nstatus", "null written out")
fault("tilde-ratio", E, "F0205", "cases: {employed: 84%, retired: 94%}", "cases: {employed: 84%, §retired: ~}", "a tilde for `nothing`")
fault("empty-section", E, "F0205", "not_offered:\n  pharmacy:\n    for: {visit: pharmacy}\n    reason: 本市药店购药不支付\n", "§not_offered:\n",
      "a section with nothing in it")
fault("empty-layers", BEFORE, "F0205", None,
      lambda text: text[:text.index("    layers:")] + "    §layers:\n    source: 津1号 第六条\n", "a plan whose layers are not written",
      drop=["120000-tianjin/2024-01-01.yaml"])
fault("empty-now", REFORM, "F0205", "now: 5000,", "§now: ,", "no new value in a change")

# Words

fault("unknown-status", E, "F0206", "status: in_force", "status: §active", "a status that does not exist")
fault("unknown-fund", E, "F0206", "fund: large_amount", "fund: §large", "a fund that does not exist")
fault("unknown-period", E, "F0206", "per: month", "per: §monthly", "`monthly` instead of `month`")
fault("unknown-counted", E, "F0206", "counted: expense_with_deductible", "counted: §expense", "a measure that columns do not have")
fault("unknown-mode", E, "F0206", "mode: half_up", "mode: §round", "a rounding mode that does not exist")
fault("unknown-basis", E, "F0206", "    basis: reported", "    basis: §secondhand", "a basis that does not exist")
fault("unknown-format", E, "F0206", 'format: "1"', 'format: §"2"', "a version of the format that does not exist")
fault("unknown-visit-in-reach", E, "F0206", "visits: [inpatient]", "visits: [§hospital]", "a kind of visit that does not exist")
fault("unknown-dimension-of-class", E, "F0206", "    of: hospital_level\n    is: tertiary", "    of: §hospital\n    is: tertiary",
      "a class of a dimension that does not exist")
fault("unknown-settle-against", E, "F0206", "settle_against: base", "settle_against: §due", "a word that settle_against does not know")
fault("unknown-strictness", MONGOLIA, "F0206", "strictness: at_most", "strictness: §maximum", "a strictness that does not exist")
fault("unknown-effect", WUHAI, "F0206", "as_at_home", "§at_home", "`at_home` instead of `as_at_home`")
fault("unknown-word-chinese", C, "F0206", "        基金: 大病保险", "        基金: §大病", "a short name of a fund")
fault("unknown-rounding-chinese", C, "F0206", "方式: 四舍五入", "方式: §四舍五入到分", "a rounding mode with the unit in it")
fault("unknown-period-chinese", C, "F0206", "计收: 每次结算", "计收: §每次住院", "a period that does not exist")

# What YAML 1.1 reads as true, false or null

fault("yes-as-key", E, "F0207", "status: in_force", "§yes: 1", "a truth value as a top-level key")
fault("no-as-status", E, "F0207", "status: in_force", "status: §off", "a truth value as a word")
fault("y-as-title", E, "F0207", "title: 居民月度限额", "title: §Y", "a truth value as a title")
fault("on-as-case", E, "F0207", "amount: {by: hardship, cases: {none: 30404, hardship: 15202}}",
      "amount: {by: hardship, cases: {none: 30404, §yes: 15202}}", "a truth value as a case")
fault("no-as-condition", C, "F0207", "{困难身份: 困难人员}", "{困难身份: §yes}", "a truth value as a condition")
fault("true-as-layer-id", E, "F0207", "- id: clinic", "- id: §on", "a truth value as an id")
fault("no-as-source-id", E, "F0207", "  待遇表:\n    title: 测试市待遇表", "  §no:\n    title: 测试市待遇表", "a truth value as a document's short id")
fault("yes-as-equals", E, "F0207", "equals: district", "equals: §true", "a truth value as an attribute's value")
fault("null-as-case", WUHAI, "F0207", "    unfiled: {lower_by", "    §null: {lower_by", "null as a case")

# Amounts

fault("full-width-digits", E, "F0208", "amount: 100000", "amount: §１０００００", "full-width digits in an amount")
fault("full-width-point", E, "F0208", "at_most: 800.50}", "at_most: §800．50}", "a full-width point in an amount")
fault("full-width-percent", E, "F0208", "ratio: {value: 50%", "ratio: {value: §50％", "a full-width percent sign")
fault("space-before-percent", E, "F0216", "ratio: {value: 50%", "ratio: {value: §50 %", "a space before the percent sign; nothing is full-width here")
fault("full-width-ratio-chinese", C, "F0208", "按本地比例的: 80%", "按本地比例的: §８０%", "full-width digits in a ratio")
fault("full-width-region", E, "F0208", 'region: "110000"', 'region: §"１１００００"', "full-width digits in a code")
fault("thousands", E, "F0209", "amount: 100000", "amount: §100,000", "a thousands separator")
fault("thousands-small", E, "F0209", "    measures: expense\n    per: month\n    amount: 25000", "    measures: expense\n    per: month\n    amount: §25,000",
      "a thousands separator")
fault("thousands-quoted", C, "F0209", "金额: 150000", '金额: §"150,000"', "a thousands separator in quotes")
fault("thousands-underscore", E, "F0209", "amount: 100000", "amount: §100_000", "an underscore as separator, as in program text")
fault("thousands-space", E, "F0209", "amount: 100000", "amount: §100 000", "a space as separator")
fault("yuan-after", E, "F0210", "amount: 100000", "amount: §100000元", "the unit after an amount")
fault("yuan-sign", E, "F0210", "amount: 100000", "amount: §¥100000", "a currency sign before an amount")
fault("yuan-sign-full-width", C, "F0210", "金额: 150000", "金额: §￥150000", "a full-width currency sign before an amount")
fault("ten-thousands", E, "F0210", "amount: 100000", "amount: §10万", "an amount in ten thousands")
fault("ten-thousands-decimal", C, "F0210", "金额: 150000", "金额: §1.3万", "an amount in ten thousands with decimals")
fault("ten-thousands-yuan", E, "F0210", "amount: 100000", "amount: §10万元", "an amount in ten thousands of yuan")
fault("yuan-in-case", C, "F0210", "三级: {1: 1500, 2+: 750}", "三级: {1: §1500元, 2+: 750}", "the unit in a table")
fault("amount-in-words", E, "F0211", "amount: 100000", "amount: §十万", "an amount in Chinese numerals")
fault("amount-unlimited", E, "F0211", "amount: 100000", "amount: §不限", "a word instead of an amount")
fault("amount-with-sign", E, "F0211", "amount: 100000", "amount: §+100000", "a plus sign before an amount")
fault("amount-exponent", E, "F0211", "amount: 100000", "amount: §1e5", "an amount with an exponent")
fault("amount-hexadecimal", E, "F0211", "amount: 25000", "amount: §2x5000", "letters inside an amount")
fault("amount-dot-end", E, "F0211", "amount: 25000", "amount: §25000.", "a full stop after an amount")
fault("amount-as-ratio", E, "F0211", "amount: {by: occurrence, cases: {1: 1300, 2+: 650}}", "amount: {by: occurrence, cases: {1: 1300, 2+: §50%}}",
      "a ratio where an amount belongs")
fault("three-decimals", E, "F0212", "at_most: 800.50", "at_most: §800.505", "three decimals")
fault("negative-amount", E, "F0213", "{1: 1300, 2+: 650}", "{1: 1300, 2+: §-650}", "a negative amount")
fault("huge-amount", E, "F0214", "amount: 100000", "amount: §999999999999999", "more than numeric(16,2) holds")
fault("huge-amount-overflow", E, "F0214", "amount: 100000", "amount: §99999999999999999999999", "more than 64 bits hold")
fault("quoted-amount", E, "F0224", "amount: 100000", 'amount: §"100000"', "an amount in quotes")
fault("quoted-amount-in-table", C, "F0224", "一级/未定级: {任意: 200}", "一级/未定级: {任意: §'200'}", "an amount in quotes")
fault("leading-zero", E, "F0228", "{1: 1300, 2+: 650}", "{1: 1300, 2+: §0650}", "a leading zero")
fault("leading-zeros-chinese", C, "F0228", "金额: 150000", "金额: §0150000", "a leading zero")

# Ratios and points

fault("ratio-without-percent", E, "F0215", "ratio: {value: 50%", "ratio: {value: §50", "85 instead of 85%")
fault("ratio-as-fraction", E, "F0215", "ratio: {value: 50%", "ratio: {value: §0.5", "0.85 instead of 85%")
fault("ratio-in-list", E, "F0215", "tertiary: [85%, 90%, 95%]", "tertiary: [85%, §90, 95%]", "one ratio of a list without its sign")
fault("ratio-quoted-number", C, "F0215", "最高: 95%", '最高: §"0.95"', "a fraction in quotes")
fault("ratio-change-now", REFORM, "F0215", "now: 60%", "now: §60", "the new ratio of a change without its sign")
fault("ratio-in-words", E, "F0216", "ratio: {value: 50%", "ratio: {value: §五成", "a ratio in Chinese numerals")
fault("ratio-as-range", E, "F0216", "share: 12%", "share: §10%-12%", "a range instead of a ratio")
fault("ratio-per-mille", C, "F0216", "按本地比例的: 80%", "按本地比例的: §800‰", "per mille")
fault("ratio-double-sign", E, "F0216", "share: 12%", "share: §12%%", "two percent signs")
fault("ratio-quotient", E, "F0216", "share: 12%", "share: §12/100", "a quotient")
fault("ratio-above-hundred", E, "F0217", "employed: 84%", "employed: §840%", "a slipped decimal point")
fault("ratio-negative", E, "F0217", "employed: 84%", "employed: §-84%", "a negative ratio")
fault("ratio-percent-of-percent", C, "F0217", "无: 60%", "无: §6000%", "a ratio a hundred times too large")
fault("points-as-percent", WUHAI, "F0218", "temporary: {lower_by: 18 points", "temporary: {lower_by: §18%", "a percentage where points belong")
fault("points-bare", WUHAI, "F0218", "temporary: {lower_by: 18 points", "temporary: {lower_by: §18", "a bare number where points belong")
fault("points-singular", NATIONAL, "F0218", "tolerance: 5 points", "tolerance: §5 point", "`point` instead of `points`")
fault("points-without-space", E, "F0218", "adult: 3 points", "adult: §3points", "no space before `points`")
fault("points-chinese-in-english", WUHAI, "F0218", "temporary: {lower_by: 18 points", "temporary: {lower_by: §18个百分点",
      "Chinese points in an English file")
fault("points-chinese-percent", C, "F0218", "降低: 10个百分点", "降低: §10%", "a percentage where points belong")
fault("points-chinese-short", C, "F0218", "提高: 5个百分点", "提高: §5个点", "an everyday word for points")
fault("guardrail-word", MONGOLIA, "F0218", "temporary/unfiled: 22 points", "temporary/unfiled: §unlimited", "another word than `none`")

# Dates and codes

fault("unquoted-date", E, "F0219", 'in_force: {from: "2024-01-01", to: "2024-12-31"}', 'in_force: {from: "2024-01-01", to: §2024-12-31}', "a date without quotes")
fault("unquoted-first-day", WUHAI, "F0219", 'from: "2023-01-01"', "from: §2023-01-01", "a date without quotes")
fault("unquoted-date-chinese", C, "F0219", '印发: "2023-12-20"', "印发: §2023-12-20", "a date without quotes")
fault("date-with-slashes", E, "F0220", 'read: "2024-01-05"', 'read: §"2024/01/05"', "a date with slashes")
fault("date-in-chinese", C, "F0220", '印发: "2023-12-20"', "印发: §2023年12月20日", "a date in Chinese")
fault("date-without-zeros", E, "F0220", 'read: "2024-01-05"', 'read: §"2024-1-5"', "a date without leading zeros")
fault("date-that-is-none", E, "F0220", 'to: "2024-12-31"', 'to: §"2024-02-30"', "the 30th of February")
fault("date-no-leap-year", E, "F0220", 'issued: "2023-12-18"\nstatus', 'issued: §"2023-02-29"\nstatus', "the 29th of February of a common year")
fault("date-dots", E, "F0220", 'read: "2024-01-05"', 'read: §"2024.01.05"', "a date with dots")
fault("date-compact", E, "F0220", 'read: "2024-01-05"', 'read: §"20240105"', "a date without signs")
fault("date-full-width", E, "F0208", 'read: "2024-01-05"', 'read: §"２０２４-01-05"', "full-width digits in a date")
fault("date-long-term", E, "F0220", 'to: "2024-12-31"', "to: §长期", "a word for an open end")
fault("benefit-year-date", E, "F0220", 'starts: "01-01"', 'starts: §"1-1"', "a day of the year without leading zeros")
fault("unquoted-region", E, "F0221", 'region: "110000"', "region: §110000", "a code without quotes")
fault("unquoted-parent", WUHAI, "F0221", 'inherits: "150000"', "inherits: §150000", "a code without quotes")
fault("unquoted-region-chinese", C, "F0221", '统筹地区: "430100"', "统筹地区: §430100", "a code without quotes")
fault("unquoted-institution", E, "F0221", '["H11010100001", "H11010100002"]', '["H11010100001", §11010100002]', "a code without quotes")
fault("short-region", E, "F0222", 'region: "110000"', 'region: §"1100"', "a code of four digits")
fault("long-region", WUHAI, "F0222", 'inherits: "150000"', 'inherits: §"1500000"', "a code of seven digits")
fault("region-by-name", C, "F0222", '统筹地区: "430100"', "统筹地区: §长沙市", "a region's name instead of its code")
fault("institution-with-dash", E, "F0222", '"H11010100002"]', '§"H1101-01002"]', "a dash in an institution's code")

# Text and names

fault("title-is-a-year", E, "F0223", "title: 居民月度限额", "title: §2024", "a title that YAML reads as a number")
fault("title-is-a-date", C, "F0223", "名称: 统筹基金年度限额", "名称: §2024-01-01", "a title that YAML reads as a date")
fault("number-is-a-float", E, "F0223", "number: 测医保发〔2023〕1号", "number: §2023.1", "a document number that YAML reads as a number")
fault("equals-a-number", E, "F0223", "equals: district", "equals: §01", "an attribute's value that YAML reads as a number")
fault("id-with-dash", E, "F0225", "- id: clinic", "- id: §clinic-1", "a dash in an id")
fault("plan-name-with-space", E, "F0225", "  resident_inpatient:\n    title", "  §resident inpatient:\n    title", "a space in a plan's name")
fault("cap-name-digit-first", E, "F0225", "  pool_year:\n", "  §1_pool_year:\n", "a digit at the beginning of a cap's name")
fault("name-with-brackets", C, "F0225", "  居民住院:\n    名称", "  §居民住院（一档）:\n    名称", "brackets in a plan's name")
fault("account-with-dot", E, "F0225", "account: clinic_paid", "account: §clinic.paid", "a dot in an account's name")
fault("source-id-with-space", WUHAI, "F0225", "  乌68号:\n", "  §乌 68号:\n", "a space in a document's short id")
fault("pays-from-with-dash", E, "F0225", "pays_from: pool.over_cap", "pays_from: §pool.over-cap", "a dash in a reference")

# Cases, dimensions, tables

fault("case-with-comma", E, "F0229", "            tertiary/secondary:\n", "            §tertiary, secondary:\n", "a comma between two values of a case")
fault("case-empty-part", WUHAI, "F0229", "referral/emergency:", "§referral//emergency:", "two slashes in a case")
fault("case-slash-end", E, "F0229", "referral/emergency: {first_self_pay", "§referral/emergency/: {first_self_pay", "a slash at the end of a case")
fault("age-with-dash", E, "F0229", "                0..69: [85%, 80%]", "                §0-69: [85%, 80%]", "a dash instead of two dots in a range")
fault("age-with-sign", E, "Y0113", "                70+: [88%, 82%]", "                §>=70: [88%, 82%]", "a comparison instead of 70+; YAML takes the sign for a block of text")
fault("occurrence-in-words", C, "F0229", "三级: {1: 1500, 2+: 750}", "三级: {§首次: 1500, 2+: 750}", "a word for an ordinal")
fault("range-reversed", E, "F0229", "                0..69: [85%, 80%]", "                §69..0: [85%, 80%]", "a range from high to low")
fault("age-condition", E, "F0229", "for: {person: retired}, self_pay_times", "for: {age: §七十以上}, self_pay_times", "an age in words in a condition")
fault("any-beside-others", E, "F0230", "            primary/unrated: 81%", "            §any: 81%", "`any` for the rest beside other cases")
fault("any-beside-ordinal", C, "F0230", "三级: {1: 1500, 2+: 750}", "三级: {1: 1500, §任意: 750}", "`any` for the rest beside other cases")
fault("any-first", WUHAI, "F0230", "    local/exempt/long_term: as_at_home", "    §any: as_at_home", "`any` before other cases")
fault("case-overlaps", E, "F0231", "            primary/unrated: 81%", "            §secondary/primary/unrated: 81%", "a level in two cases")
fault("range-overlaps", E, "F0231", "                70+: [88%, 82%]", "                §69+: [88%, 82%]", "an age in two cases")
fault("ordinal-overlaps", C, "F0231", "三级: {1: 1500, 2+: 750}", "三级: {1: 1500, §1+: 750}", "an ordinal in two cases")
fault("standing-overlaps", WUHAI, "F0231", "    temporary: {lower_by", "    §emergency/temporary: {lower_by", "a standing in two cases")
fault("dimension-not-nested", E, "F0232", "              adult/elderly:\n                tertiary: 1100\n                secondary: 700\n                primary/unrated: 310",
      "              adult/elderly: §1100", "an amount where the cases of the second dimension belong")
fault("dimension-not-nested-chinese", C, "F0232", "二级: {任意: 600}", "二级: §600", "an amount where the cases of the second dimension belong")
fault("dimension-added", E, "F0232", "          by: hospital_level\n          cases:\n            tertiary: 74%",
      "          by: [hospital_level, age]\n          cases:\n            tertiary: §74%", "a dimension added to `by` and not to the cases")
fault("unknown-dimension", E, "F0233", "{by: person, cases: {employed: 84%", "{by: §persons, cases: {employed: 84%", "a misspelled dimension")
fault("unknown-dimension-in-for", E, "F0233", "for: {insurance: employee, visit: inpatient}", "for: {§insurence: employee, visit: inpatient}",
      "a misspelled dimension in a condition")
fault("unknown-dimension-chinese", C, "F0233", "按: [医院级别, 次数]", "按: [§医院等级, 次数]", "another word for a dimension")
fault("invented-dimension", E, "F0233", "for: {person: retired}, self_pay_times", "for: {§hospital: tertiary}, self_pay_times", "a dimension that does not exist")
fault("dimension-twice", E, "F0234", "by: [person, hospital_level, age]", "by: [person, hospital_level, §person]", "a dimension named twice")
fault("empty-columns", E, "F0235", "columns: [to 20000, above]", "§columns: []", "an empty list", most_findings=3)
fault("empty-reach-visits", WUHAI, "F0235", "{visits: [inpatient], layers", "{§visits: [], layers", "an empty list")
fault("empty-list-section", E, "F0235", "not_offered:\n  pharmacy:\n    for: {visit: pharmacy}\n    reason: 本市药店购药不支付\n", "§not_offered: {}\n",
      "an empty section")
fault("empty-caps-list", C, "F0235", "        限额: [统筹年度]", "        §限额: []", "an empty list of caps")
fault("empty-institutions", E, "F0235", 'members: {institutions: ["H11010100001", "H11010100002"]}', "members: {§institutions: []}", "a class with an empty list")
fault("empty-changes", REFORM, "F0235", None, lambda text: text[:text.index("changes:")] + "§changes: []\n", "a version of changes without a change")
fault("value-and-cases", E, "F0236", "ratio: {by: person, cases: {employed: 84%, retired: 94%}, source",
      "ratio: {by: person, cases: {employed: 84%, retired: 94%}, §value: 90%, source", "a value beside cases")
fault("value-beside-by", C, "F0236", "{按: 困难身份, 各档: {无: 60%, 困难人员: 66%}", "{按: 困难身份, §值: 60%", "a value beside `by`")
fault("column-without-to", E, "F0237", "columns: [to 20000, above]", "columns: [§20000, above]", "a column without `to`")
fault("column-up-to", E, "F0237", "columns: [to 50000, above]", "columns: [§up to 50000, above]", "other words for a column")
fault("column-with-comma", E, "F0237", "columns: [to 20000, above]", 'columns: [§"to 20,000", above]', "a thousands separator in a column")
fault("column-in-ten-thousands", C, "F0237", "分段: [至 10000, 以上]", "分段: [§至 1万, 以上]", "a column in ten thousands")
fault("column-without-space", C, "F0237", "分段: [至 10000, 以上]", "分段: [§至10000, 以上]", "no space in a column")
fault("column-as-range", E, "F0237", "columns: [to 30000, to 40000, above]", "columns: [to 30000, §30000-40000, above]", "a range as a column")
fault("column-chinese-in-english", E, "F0237", "columns: [to 50000, above]", "columns: [to 50000, §以上]", "the Chinese open column in an English file")
fault("citation-hash", E, "F0238", "source: 测1号 第四条", 'source: §"#测1号 第四条"', "a hash before the short id")
fault("empty-quoted-title", E, "F0205", "title: 居民月度限额", '§title: ""', "a title of no characters")
fault("empty-conditions", E, "F0235", "        for: {person: retired}\n        fund", "        §for: {}\n        fund", "conditions that say nothing")
fault("curly-quotes", E, "F0208", 'region: "110000"', "region: §“110000”", "quotes of a word processor")
fault("ratio-five-decimals", E, "F0216", "share: 12%", "share: §12.34567%", "more decimals than a ratio may have")
fault("ordinal-full-width-plus", C, "F0229", "三级: {1: 1500, 2+: 750}", "三级: {1: 1500, §2＋: 750}", "a full-width plus in a range")
fault("age-wave-dash", E, "F0229", "                0..69: [85%, 80%]", "                §0～69: [85%, 80%]", "a wave dash in a range")
fault("points-full-width", C, "F0218", "降低: 10个百分点", "降低: §１０个百分点", "full-width digits in points")
fault("amount-range", E, "F0211", "amount: 25000", "amount: §20000-25000", "a range instead of an amount")
