"""Faults in periods, adjusted and own deductibles, ratios by number, caps of diseases, merged visits."""

from faults_kind import ADDITIONS, CHINESE_ADDITIONS, ENGLISH, HEIR, NEW_WAGES, WAGES, fault

A, Z = ADDITIONS, CHINESE_ADDITIONS
LATER = {"drop": [NEW_WAGES[1]]}

# Periods and numbers of days

fault("period-word", A, "F0206", "          per: month\n          account: clinic_month", "          per: §monthly\n          account: clinic_month", "`monthly` instead of `month`")
fault("period-word-chinese", Z, "F0206", "起付标准: {计收: 季度,", "起付标准: {计收: §每季度,", "the word of the columns at a deductible")
fault("restart-word", A, "F0206", "restarts: each_quarter", "restarts: §quarter", "the word of deductibles and caps at columns")
fault("restart-word-chinese", Z, "F0206", "          重新起算: 每月\n", "          重新起算: §按月\n", "a word that does not exist")
fault("restart-other-language", A, "F0204", "restarts: each_month", "restarts: §每月", "a Chinese word in an English file")
fault("cycle-without-days", A, "P0362", "    per: cycle\n    cycle_days: 360\n", "    §per: cycle\n", "a cap for a cycle without its length")
fault("cycle-without-days-deductible", A, "P0362", "          per: cycle\n          cycle_days: 180\n", "          §per: cycle\n", "a deductible for a cycle without its length")
fault("cycle-without-days-columns", A, "P0362", "          restarts: each_cycle\n          cycle_days: 90\n", "          §restarts: each_cycle\n", "columns of a cycle without its length")
fault("cycle-without-days-chinese", Z, "P0362", "{计收: 周期, 周期天数: 360,", "{§计收: 周期,", "a deductible for a cycle without its length")
fault("cycle-without-days-columns-chinese", Z, "P0362", "          重新起算: 每周期\n          周期天数: 360\n", "          §重新起算: 每周期\n", "columns of a cycle without its length")
fault("days-of-a-quarter", A, "P0362", "    per: quarter\n    amount: {parameter", "    per: quarter\n    §cycle_days: 90\n    amount: {parameter", "a length at a quarter")
fault("days-of-a-month", A, "P0362", "          per: month\n          account: clinic_month", "          per: month\n          §cycle_days: 30\n          account: clinic_month",
      "a length at a month")
fault("days-of-a-year-columns", A, "P0362", "          restarts: each_month\n", "          restarts: each_month\n          §cycle_days: 30\n", "a length at columns of a month")
fault("days-of-a-settlement", Z, "P0362", "起付标准: {计收: 每次结算, 标准: 500}", "起付标准: {计收: 每次结算, §周期天数: 10, 标准: 500}", "a length where each settlement starts anew")
fault("days-without-restart", A, "P0362", "          by: contribution_years\n          cases:", "          §cycle_days: 30\n          by: contribution_years\n          cases:",
      "a length at a ratio without columns")
fault("cycle-days-zero", A, "F0239", "cycle_days: 360", "cycle_days: §0", "a cycle of no days")
fault("cycle-days-decimal", A, "F0239", "cycle_days: 180", "cycle_days: §180.5", "half a day")
fault("cycle-days-unit", Z, "F0239", "    周期天数: 30\n", "    周期天数: §30天\n", "a number of days with its unit")
fault("cycle-days-large", A, "F0239", "cycle_days: 90", "cycle_days: §10000", "more days than can be written")
fault("cycle-days-quoted", A, "F0224", "cycle_days: 360", 'cycle_days: §"360"', "a number in quotes")
fault("cycle-days-leading-zero", A, "F0228", "cycle_days: 90", "cycle_days: §090", "a leading zero")
fault("cycle-days-empty", Z, "F0205", "    周期天数: 30\n", "    §周期天数:\n", "no number after the key")
fault("cycle-days-list", A, "F0203", "cycle_days: 360", "cycle_days: §[360]", "a number in brackets")
fault("cycle-days-misspelled", A, "F0201", "cycle_days: 180", "§days: 180", "another word for `cycle_days`", most_findings=4)
fault("cycle-days-key-chinese", Z, "F0201", "    周期天数: 30\n", "    §天数: 30\n", "another word for the length of a cycle")
fault("month-without-account", A, "P0324", "          account: clinic_month\n", "", "a monthly deductible without an account", at="§deductible:\n          per: month")
fault("day-without-account-chinese", Z, "P0324", "{计收: 日, 账户: 门诊日起付, ", "{计收: 日, ", "a daily deductible without an account", at="§起付标准: {计收: 日,")
fault("quarterly-columns-without-account", A, "P0324", "          account: clinic_paid\n", "", "quarterly columns without an account", at="§restarts: each_quarter")
fault("cycle-columns-without-account", Z, "P0324", "          账户: 门特费用\n", "", "columns of a cycle without an account", at="          §重新起算: 每周期\n")
fault("account-of-two-periods", A, "P0348", "account: visits_month", "account: §clinic_paid", "one account for what is paid in a quarter and for expense of a month")
fault("account-of-two-periods-deductible", A, "P0348", "{per: quarter, account: special_quarter, separately_for: disease, amount: 120}", "{per: quarter, account: §visits_year, amount: 120}",
      "one account for the deductibles of a year and of a quarter")
fault("account-of-two-cycles", A, "P0348", "          cycle_days: 90\n          account: drugs_cycle\n", "          cycle_days: 90\n          account: drug_cycle_expense\n",
      "one account for cycles of two lengths",
      also={A[1]: [("        ratio: 70%\n        caps: [drug_cycle]\n", "        ratio: {counted: expense_with_deductible, restarts: each_cycle, cycle_days: 60, account: drug_cycle_expense,\n"
                    "                columns: [to 500, above], value: [70%, 60%]}\n        caps: [drug_cycle]\n")]},
      at="account: §drug_cycle_expense,")
fault("account-named-like-separate-cap", A, "P0348", "    separately_for: disease\n    source: 杭1号 第九条\n", "    source: 杭1号 第九条\n", "an account named like a cap",
      at="  §drug_cycle:\n", also={A[1]: [("account: drugs_cycle", "account: drug_cycle")]}, most_findings=4)

# How a deductible is used up, and for whom it is kept apart

fault("used-up-word", A, "F0206", "used_up: per_level", "used_up: §by_level", "a way that does not exist")
fault("used-up-word-chinese", Z, "F0206", "抵扣方式: 最高级别", "抵扣方式: §最高", "a shortened way")
fault("used-up-other-language", A, "F0204", "used_up: highest", "used_up: §最高级别", "a Chinese word in an English file")
fault("used-up-each-settlement", WAGES, "P0363", "          per: each_settlement\n", "          per: each_settlement\n          §used_up: highest\n", "nothing to use up", **LATER)
fault("used-up-each-settlement-chinese", Z, "P0363", "起付标准: {计收: 每次结算, 标准: 500}", "起付标准: {计收: 每次结算, §抵扣方式: 分级, 标准: 500}", "nothing to use up")
fault("separately-each-settlement", A, "P0363", "          amount: 1111\n", "          §separately_for: disease\n          amount: 1111\n", "nothing to keep apart")
fault("separately-each-settlement-chinese", Z, "P0363", "起付标准: {计收: 每次结算, 标准: 500}", "起付标准: {计收: 每次结算, 标准: 500, §分别计算: 病种组}", "nothing to keep apart")
fault("together-each-settlement", A, "P0363", "          counted_within: parent_level\n", "          counted_within: parent_level\n          §used_up: together\n", "nothing to use up")
fault("separately-and-per-level", A, "P0364", "          used_up: together\n", "          used_up: per_level\n", "kept apart by level and by disease", at="          §separately_for: disease_group\n")
fault("separately-and-per-level-chinese", Z, "P0364", "抵扣方式: 合并, 分别计算: 病种组", "抵扣方式: 分级, §分别计算: 病种组", "kept apart by level and by disease")
fault("separately-word", A, "F0206", "separately_for: disease_group\n          amount", "separately_for: §group\n          amount", "a word that does not exist")
fault("separately-plural", A, "F0206", "    separately_for: disease\n", "    separately_for: §diseases\n", "the section's name instead of `disease`")
fault("separately-other-language", Z, "F0204", "    分别计算: 病种\n", "    分别计算: §disease\n", "an English word in a Chinese file")
fault("separately-list", A, "F0203", "    separately_for: disease\n", "    separately_for: §[disease]\n", "a word in brackets")
fault("separately-misspelled", A, "F0201", "    separately_for: disease\n", "    §separate_for: disease\n", "a misspelled key of a cap")

fault("separately-cap-each-settlement", A, "P0364", "    per: day\n    amount: 900\n    separately_for: disease_group\n", "    per: each_settlement\n    amount: 900\n    §separately_for: disease_group\n",
      "a cap that starts anew each time has nothing to keep apart")
fault("separately-cap-each-settlement-chinese", Z, "P0364", "    期间: 周期\n    周期天数: 30\n", "    期间: 每次结算\n", "a cap that starts anew each time has nothing to keep apart", at="    §分别计算: 病种\n")

# Charged again

fault("again-zero", A, "F0239", "{psychiatric: never, chemo/other: 90}", "{psychiatric: never, chemo/other: §0}", "charged again after no days")
fault("again-word", A, "F0239", "{psychiatric: never, chemo/other: 90}", "{psychiatric: §none, chemo/other: 90}", "another word for `never`")
fault("again-word-other-language", Z, "F0239", "{一档: 不再收, 二档: 60}", "{一档: §never, 二档: 60}", "the English `never` in a Chinese file")
fault("again-unit", WAGES, "F0239", "again_every_days: 90", "again_every_days: §90 days", "a number of days with its unit", **LATER)
fault("again-negative", WAGES, "F0239", "again_every_days: 90", "again_every_days: §-90", "a negative number of days", **LATER)
fault("again-full-width", Z, "F0239", "{一档: 不再收, 二档: 60}", "{一档: 不再收, 二档: §６０}", "full-width digits in a number of days")
fault("again-quoted", A, "F0224", "{psychiatric: never, chemo/other: 90}", "{psychiatric: never, chemo/other: §'90'}", "a number in quotes")
fault("again-list", WAGES, "F0203", "again_every_days: 90", "again_every_days: §[90]", "a number in brackets", **LATER)
fault("again-without-source", WAGES, "P0301", "    source: 榕1号 第三条\n", "", "days without a source, in a plan whose other figures have one", at="          again_every_days: §90\n",
      also={WAGES[1]: [("amount: {parameter: average_wage, share: 1%, rounded_to: 10}", "amount: {parameter: average_wage, share: 1%, rounded_to: 10, source: 榕1号 第三条}"),
                       ("        ratio: 80%\n", "        ratio: {value: 80%, source: 榕1号 第四条}\n")]}, **LATER)
fault("again-misspelled", A, "F0201", "again_every_days:", "§again_after_days:", "a misspelled key of a deductible")
fault("again-key-chinese", Z, "F0201", "满天数再收:", "§再收天数:", "another word for the key")
fault("again-cases-missing", A, "F0202", "{by: treatment, cases: {psychiatric: never, chemo/other: 90}}", "{§by: treatment}", "a table without cases")
fault("again-value-and-cases", A, "F0236", "{by: treatment, cases: {psychiatric: never, chemo/other: 90}}", "{by: treatment, cases: {psychiatric: never, chemo/other: 90}, §value: 60}", "a value beside cases")
fault("again-cumulative", A, "P0360", "          amount: {parameter: income, share: 50%, rounded_to: 100}\n", "          amount: {parameter: income, share: 50%, rounded_to: 100}\n          §again_every_days: 90\n",
      "days in a layer that adds up by itself")

# Adjusting a deductible

fault("deductible-two-changes", A, "P0372", "{times_each_time: 50%, at_least: 100}", "§{times_each_time: 50%, minus_each_time: 100, at_least: 100}", "an adjustment with two changes")
fault("deductible-no-change", A, "P0372", "{for: {contribution_years: 30+}, times: 150%, at_most:", "§{for: {contribution_years: 30+}, at_most:", "an adjustment that says no change")
fault("deductible-two-changes-chinese", Z, "P0372", "- {每次递减: 100, 最低: 150}", "- §{每次递减: 100, 每次乘以: 50%, 最低: 150}", "an adjustment with two changes")
fault("deductible-no-change-chinese", Z, "P0372", "- {每次递减: 100, 最低: 150}", "- §{最低: 150}", "an adjustment that says no change")
fault("deductible-misspelled-change", A, "F0201", "- {times_each_time: 50%,", "- {§times_every_time: 50%,", "a misspelled change")
fault("deductible-misspelled-change-chinese", Z, "F0201", "- {每次递减: 100,", "- {§逐次递减: 100,", "another word for a change")
fault("deductible-ratio-adjustment", A, "F0201", "- {times_each_time: 50%, at_least: 100}", "- {§self_pay_times: 50%, at_least: 100}", "an adjustment of ratios at a deductible")
fault("deductible-adjust-mapping", A, "F0203", "          adjust:\n            - {times_each_time: 50%, at_least: 100}\n", "          adjust: §{times_each_time: 50%, at_least: 100}\n",
      "the dash of a single adjustment is missing")
fault("deductible-adjust-text", Z, "F0203", "            - {每次递减: 100, 最低: 150}\n", "            - §每次递减100元\n", "an adjustment written as a sentence")
fault("deductible-adjust-empty", A, "F0235", "          adjust:\n            - {times_each_time: 50%, at_least: 100}\n", "          §adjust: []\n", "an empty list")
fault("times-bare", A, "F0215", "times: 150%", "times: §1.5", "a factor without percent sign")
fault("times-in-words", Z, "F0216", "乘以: 125%", "乘以: §1.25倍", "a factor in words")
fault("times-too-large", A, "F0217", "times: 150%", "times: §1500%", "a slipped decimal point")
fault("times-table-bare", A, "F0215", "{psychiatric: 0%, chemo: 50%, other: 100%}", "{psychiatric: §0, chemo: 50%, other: 100%}", "a factor of a table without its sign")
fault("times-amount", A, "F0210", "minus_each_time: {by: hospital_level, cases: {tertiary: 120,", "minus_each_time: {by: hospital_level, cases: {tertiary: §120元,", "the unit in a table")
fault("minus-percent", Z, "F0211", "每次递减: 100,", "每次递减: §20%,", "a percentage where an amount belongs")
fault("minus-incomplete", A, "P0305", "cases: {tertiary: 120, secondary: 80, primary/unrated: 40}", "cases: §{tertiary: 120, secondary: 80, primary: 40}", "no amount for unrated hospitals")
fault("minus-negative", Z, "F0213", "每次递减: 100,", "每次递减: §-100,", "a negative amount")
fault("times-each-time-table", A, "F0203", "times_each_time: 50%", "times_each_time: §{by: hospital_level, cases: {any: 50%}}", "a table where one factor belongs")
fault("times-each-time-bare", Z, "F0215", "每次乘以: 80%", "每次乘以: §80", "a factor without percent sign")
fault("deductible-bound-percent", A, "F0211", "{times_each_time: 50%, at_least: 100}", "{times_each_time: 50%, at_least: §50%}", "a percentage as a bound of an amount")
fault("deductible-bounds-reversed-adjust", A, "P0345", "{times_each_time: 50%, at_least: 100}", "{times_each_time: 50%, at_least: 1000, at_most: §100}", "lower and upper bound exchanged")
fault("deductible-bounds-reversed-chinese", Z, "P0345", "- {每次递减: 100, 最低: 150}", "- {每次递减: 100, 最低: 1500, 最高: §150}", "a slipped zero in the lower bound")
fault("deductible-adjust-occurrence", A, "P0357", "{for: {contribution_years: 30+}, times: 150%", "{for: {occurrence: §2+}, times: 150%", "an adjustment for later stays by condition")
fault("deductible-adjust-occurrence-chinese", Z, "P0357", "- {对象: {人员: 退休}, 每次乘以", "- {对象: {次数: §2+}, 每次乘以", "an adjustment for later stays by condition")
fault("deductible-adjust-person", A, "P0304", "- {for: {hardship: hardship}, times: 50%}", "- {for: {hardship: §poor}, times: 50%}", "a value that hardship does not have")
fault("deductible-adjust-source", A, "P0302", "other: 100%}}, source: 杭1号 第十六条}", "other: 100%}}, source: §杭16号 第十六条}", "an adjustment that cites a document that is not listed")
fault("deductible-adjust-without-source", WAGES, "P0301", "    source: 榕1号 第三条\n", "", "an adjustment without a source", at="            - {times: §50%}\n",
      also={WAGES[1]: [("          amount: {parameter: average_wage, share: 1%, rounded_to: 10}\n          again_every_days: 90\n",
                        "          amount: {parameter: average_wage, share: 1%, rounded_to: 10, source: 榕1号 第三条}\n          adjust:\n            - {times: 50%}\n"),
                       ("        ratio: 80%\n", "        ratio: {value: 80%, source: 榕1号 第四条}\n")]}, **LATER)
fault("unlimited-deductible", A, "F0211", "secondary: 800,", "secondary: §unlimited,", "the word of caps at a deductible")

# The deductible of cumulative layers

fault("cumulative-per-year-disease", A, "P0360", "          per: each_settlement\n          amount: {parameter: income, share: 50%",
      "          §per: year\n          account: major_charged\n          separately_for: disease\n          amount: {parameter: income, share: 50%", "a threshold of the year for each disease")
fault("cumulative-used-up", A, "P0363", "          amount: {parameter: income, share: 50%, rounded_to: 100}\n", "          amount: {parameter: income, share: 50%, rounded_to: 100}\n          §used_up: highest\n",
      "a threshold that is used up by level")
fault("cumulative-cycle-columns", A, "P0360", "            - {for: {hardship: hardship}, times: 50%}\n        ratio: 60%\n", "            - {for: {hardship: hardship}, times: 50%}\n"
      "        ratio: {counted: expense_above_deductible, §restarts: each_cycle, cycle_days: 360, account: major_columns, columns: [to 50000, above], value: [60%, 70%]}\n",
      "columns of a cycle in a layer that adds up by itself")

# A standing's own deductible

fault("own-deductible-misspelled", A, "F0201", "temporary: {deductible: {times: 200%, at_least: 1000, at_most: 3000}", "temporary: {deductible: {times: 200%, §minimum: 1000, at_most: 3000}", "`minimum` instead of `at_least`")
fault("own-deductible-key-chinese", Z, "F0201", "{乘以: 150%, 最高: 1000}", "{乘以: 150%, §封顶: 1000}", "another word for the upper bound")
fault("own-deductible-bare-factor", A, "F0215", "temporary: {deductible: {times: 200%,", "temporary: {deductible: {times: §2,", "a factor without percent sign")
fault("own-deductible-factor-too-large", Z, "F0217", "{乘以: 150%, 最高: 1000}", "{乘以: §1500%, 最高: 1000}", "a slipped decimal point")
fault("own-deductible-bounds-reversed", A, "P0345", "at_least: 1000, at_most: 3000}", "at_least: 10000, at_most: §3000}", "a slipped zero in the lower bound")
fault("own-deductible-share-bounds-reversed", A, "P0345", "share: 10%, at_least: 500, at_most: 2000}", "share: 10%, at_least: 2000, at_most: §500}", "lower and upper bound exchanged")
fault("own-deductible-share-of-nothing", A, "F0202", "referral: {deductible: {percent_of: in_scope, share: 10%,", "referral: {deductible: {§share: 10%,", "a share that does not say of what")
fault("own-deductible-base-word", A, "F0206", "percent_of: in_scope, share: 10%", "percent_of: §inscope, share: 10%", "a misspelled base")
fault("own-deductible-base-chinese", Z, "F0206", "{基数: 总费用, 比例: 8%", "{基数: §医疗总费用, 比例: 8%", "another word for the total")
fault("own-deductible-percent", A, "F0211", "long_term: {deductible: 1500,", "long_term: {deductible: §150%,", "a percentage alone")
fault("own-deductible-list", A, "F0203", "long_term: {deductible: 1500,", "long_term: {deductible: §[1500],", "an amount in brackets")
fault("own-deductible-quoted", Z, "F0224", "未备案: {起付标准: 1200,", '未备案: {起付标准: §"1200",', "an amount in quotes")
fault("own-deductible-table", A, "F0201", "long_term: {deductible: 1500,", "long_term: {deductible: {§by: hospital_level, cases: {any: 1500}},", "a table where a single amount belongs", most_findings=4)
fault("own-deductible-two-forms", A, "F0201", "{times: 200%, at_least: 1000, at_most: 3000}", "{times: 200%, §percent_of: in_scope, share: 10%}", "a multiple and a share at once")
fault("own-deductible-share-too-large", A, "F0217", "percent_of: in_scope, share: 10%", "percent_of: in_scope, share: §110%", "a share of the claim above the whole")
fault("own-deductible-without-source", A, "P0301", "{deductible: {times: 200%, at_least: 1000, at_most: 3000}, lower_by: 10 points, source: 杭1号 第七条}",
      "{deductible: {times: §200%}}", "a multiple without a source")

# Points for each number

fault("for-each-person", A, "P0371", "plus: 0.5 points, for_each: contribution_years", "plus: 0.5 points, for_each: §person", "points for each person")
fault("for-each-occurrence", A, "P0371", "for_each: age, beyond: 50", "for_each: §occurrence, beyond: 50", "points for each stay")
fault("for-each-choice", A, "P0371", "plus: 0.5 points, for_each: contribution_years", "plus: 0.5 points, for_each: §treatment", "points for each of an attribute's choices")
fault("for-each-misspelled", A, "P0371", "for_each: age, beyond: 50", "for_each: §ages, beyond: 50", "a misspelled dimension")
fault("for-each-person-chinese", Z, "P0371", "每满: 连续参保年限", "每满: §参保档次", "points for each of an attribute's choices")
fault("for-each-other-language", Z, "P0371", "每满: 年龄, 超过: 60", "每满: §age, 超过: 60", "the English name of a dimension in a Chinese file")
fault("for-each-without-points", A, "P0318", "{plus: 0.2 points, for_each: age, beyond: 50, at_most: 90%}", "§{for_each: age, beyond: 50, at_most: 90%}", "a number without points")
fault("for-each-list", A, "F0203", "for_each: age, beyond: 50", "for_each: §[age], beyond: 50", "a name in brackets")
fault("for-each-misspelled-key", A, "F0201", "plus: 0.2 points, for_each: age,", "plus: 0.2 points, §foreach: age,", "a misspelled key of an adjustment")
fault("for-each-key-chinese", Z, "F0201", "提高: 0.5个百分点, 每满: 连续", "提高: 0.5个百分点, §每: 连续", "another word for the key")
fault("beyond-decimal", A, "F0226", "beyond: 50", "beyond: §50.5", "half a year")
fault("beyond-negative", A, "F0226", "beyond: 50", "beyond: §-1", "a negative number")
fault("beyond-unit", Z, "F0226", "超过: 10,", "超过: §10年,", "a number with its unit")
fault("beyond-quoted", Z, "F0224", "超过: 60}", '超过: §"60"}', "a number in quotes")
fault("plus-each-percent", A, "F0218", "plus: 0.2 points, for_each", "plus: §0.2%, for_each", "a percentage where points belong")
fault("plus-each-bare", Z, "F0218", "提高: 0.1个百分点", "提高: §0.1", "a bare number where points belong")

# Caps

fault("unlimited-other-word", A, "F0211", "class_2: unlimited, M08300: 80000", "class_2: §none, M08300: 80000", "another word for `unlimited`")
fault("unlimited-other-language", Z, "F0211", "        6+: 不封顶\n", "        6+: §unlimited\n", "the English `unlimited` in a Chinese file")
fault("unlimited-quoted-number", A, "F0224", "class_1: 3000, class_2: unlimited", "class_1: §'3000', class_2: unlimited", "an amount in quotes")
fault("unlimited-ratio", A, "F0216", "ratio: {by: disease, cases: {class_1: 80%,", "ratio: {by: disease, cases: {class_1: §unlimited,", "the word of caps at a ratio")
fault("unlimited-without-source", A, "P0301", "    source: 杭1号 第九条\n", "", "a lifted limit without a source: the first figure of the table", at="cases: {class_1: §3000, class_2: unlimited", most_findings=4)
fault("unlimited-ceiling", A, "F0211", "ceiling: {account: charged_year, amount: {parameter: average_wage, share: 2.4%, rounded_to: 1}}", "ceiling: {account: charged_year, amount: §unlimited}",
      "the word of caps at a ceiling")
fault("cap-list-amount", A, "F0203", "    amount: 900\n", "    amount: §[900]\n", "an amount in brackets")
fault("cap-by-missing", A, "F0202", "amount: {by: disease, cases: {class_1: 300,", "amount: {§cases: {class_1: 300,", "a table that does not say by what")
fault("several-word", A, "F0206", "several: largest", "several: §highest", "the word of deductibles at a cap")
fault("several-word-chinese", Z, "F0206", "多病种: 取最高", "多病种: §最高", "a shortened word")
fault("several-other-language", A, "F0204", "several: largest", "several: §取最高", "a Chinese word in an English file")
fault("several-list", A, "F0203", "several: largest", "several: §[largest]", "a word in brackets")
fault("several-misspelled", A, "F0201", "several: {main_plus_others_up_to: 100}", "several: {§main_plus_others: 100}", "a misspelled key")
fault("several-key-chinese", Z, "F0201", "多病种: {主病种加其他最多: 2500}", "多病种: {§主病种加其他: 2500}", "a shortened key")
fault("several-percent", A, "F0211", "main_plus_others_up_to: 100}", "main_plus_others_up_to: §50%}", "a percentage where an amount belongs")
fault("several-unlimited", A, "F0211", "main_plus_others_up_to: 100}", "main_plus_others_up_to: §unlimited}", "a bound without limit")
fault("several-quoted", Z, "F0224", "主病种加其他最多: 2500}", '主病种加其他最多: §"2500"}', "an amount in quotes")
fault("several-missing-amount", Z, "F0205", "多病种: {主病种加其他最多: 2500}", "多病种: {§主病种加其他最多: }", "no amount after the key")
fault("several-and-separately", A, "P0364", "    several: largest\n", "    §several: largest\n    separately_for: disease\n", "a limit of all diseases that each disease has for itself")
fault("several-and-separately-chinese", Z, "P0364", "    多病种: 取最高\n", "    §多病种: 取最高\n    分别计算: 病种组\n", "a limit of all diseases that each group has for itself")
fault("several-not-by-disease", A, "P0370", "amount: {by: disease, cases: {class_1: 300, class_2: 6000, M08300: 7000, \"052000\": 50}}\n    several", "amount: {by: person, cases: {employed: 300, retired: 400}}\n    §several",
      "a limit of several diseases that goes by person")
fault("several-one-amount", Z, "P0370", "金额: {按: 病种, 各档: {任意: 30000}}\n    多病种", "金额: 30000\n    §多病种", "a limit of several diseases that is one amount")
fault("several-in-heir", HEIR, "P0370", "amount: {by: disease, cases: {M03900: 2000, M08300: unlimited}}\n    several", "amount: {by: contribution_years, cases: {0..9: 2000, 10+: 3000}}\n    §several",
      "a limit of several diseases that goes by years")
fault("cap-on-expense-cumulative", A, "P0353", "        ratio: 60%\n", "        ratio: 60%\n        caps: [§clinic_quarter]\n", "a quarterly cap on expense at a layer whose base adds up over the year")

# Merged visits

fault("merges-misspelled", A, "F0201", "    merges: {visits: readmission,", "    §merge: {visits: readmission,", "a misspelled key of a benefit")
fault("merges-key-chinese", Z, "F0201", "    合并: {就诊: 再入院,", "    §合并就诊: {就诊: 再入院,", "another word for the key")
fault("merges-days-misspelled", A, "F0201", "{visits: readmission, within_days: 15}", "{visits: readmission, §within: 15}", "a misspelled key")
fault("merges-word", A, "F0206", "merges: {visits: same_day_and_institution", "merges: {visits: §same_day", "a shortened word")
fault("merges-word-chinese", Z, "F0206", "合并: {就诊: 再入院,", "合并: {就诊: §二次住院,", "a word that does not exist")
fault("merges-other-language", A, "F0204", "merges: {visits: readmission,", "merges: {visits: §再入院,", "a Chinese word in an English file")
fault("merges-text", A, "F0203", "merges: {visits: readmission, within_days: 15}", "merges: §readmission", "a word alone")
fault("merges-list", Z, "F0203", "合并: {就诊: 同日同机构}", "合并: §[同日同机构]", "a word in brackets")
fault("merges-without-visits", A, "F0202", "merges: {visits: readmission, within_days: 15}", "merges: {§within_days: 15}", "merged visits that do not say which")
fault("merges-empty", Z, "F0205", "    合并: {就诊: 同日同机构}\n", "    §合并:\n", "nothing after the key")
fault("readmission-without-days", A, "P0374", "    merges: {visits: readmission, within_days: 15}\n", "    §merges: {visits: readmission}\n", "readmission within nobody knows how many days")
fault("readmission-without-days-chinese", Z, "P0374", "    合并: {就诊: 再入院, 间隔天数: 10}\n", "    §合并: {就诊: 再入院}\n", "readmission within nobody knows how many days")
fault("same-day-with-days", A, "P0374", "{visits: same_day_and_institution, source", "{visits: same_day_and_institution, §within_days: 1, source", "days between visits of one day")
fault("same-day-with-days-chinese", Z, "P0374", "合并: {就诊: 同日同机构}", "合并: {就诊: 同日同机构, §间隔天数: 1}", "days between visits of one day")
fault("readmission-days-zero", A, "F0239", "within_days: 15", "within_days: §0", "readmission within no days")
fault("readmission-days-words", Z, "F0239", "间隔天数: 10", "间隔天数: §十", "a number in words")
fault("readmission-days-quoted", A, "F0224", "within_days: 15", 'within_days: §"15"', "a number in quotes")
fault("merges-again", A, "P0373", "    merges: {visits: readmission, within_days: 15}\n", "    §merges: {visits: readmission, within_days: 15}\n", "a merged stay that is charged again every 60 days",
      also={A[1]: [("          amount: 1111\n", "          amount: 1111\n          again_every_days: 60\n")]})
fault("merges-again-chinese", Z, "P0373", "    合并: {就诊: 再入院, 间隔天数: 10}\n", "    §合并: {就诊: 再入院, 间隔天数: 10}\n", "a merged stay that is charged again every 90 days",
      also={Z[1]: [("起付标准: {计收: 每次结算, 标准: 500}", "起付标准: {计收: 每次结算, 标准: 500, 满天数再收: 90}")]})
fault("merges-again-later", WAGES, "P0373", "    source: 榕1号 第三条\n", "    source: 榕1号 第三条\n    §merges: {visits: same_day_and_institution}\n", "a benefit that already charges again", **LATER)
fault("merges-unknown-source", A, "P0302", "{visits: same_day_and_institution, source: 杭1号 第十九条}", "{visits: same_day_and_institution, source: §杭19号 第一条}", "a document that is not listed")
fault("merges-in-a-layer", A, "F0201", "        caps: [stay]\n  resident_inpatient:", "        caps: [stay]\n        §merges: {visits: readmission, within_days: 15}\n  resident_inpatient:", "the key of a benefit in a layer")

# What has no effect

fault("changes-reach-nothing", A, "P0377", "  reaches: {visits: [inpatient], layers: [pool]}\n", "  reaches: {visits: [inpatient], §layers: []}\n", "changes that reach no layer")
fault("changes-reach-nothing-english", ENGLISH, "P0377", "  reaches: {visits: [inpatient], layers: [pool]}\n", "  reaches: {visits: [inpatient], §layers: []}\n", "a first self-pay that reaches no layer")
fault("zero-cap", A, "P0378", "M08300: 7000,", "M08300: §0,", "a limit of nothing, where `unlimited` may be meant")
fault("zero-cap-alone", A, "P0378", "    per: day\n    amount: 900\n", "    per: day\n    amount: §0\n", "a limit of nothing")
fault("second-layer-in-scope", ENGLISH, "P0379", "        pays_from: pool.over_cap\n", "        pays_from: in_scope\n", "a second layer on the in-scope amount, after one that everybody has", at="      - §id: large")
fault("for-each-with-self-pay", A, "P0380", "plus: 0.5 points, for_each: contribution_years,", "self_pay_times: 50%, §for_each: contribution_years,", "a multiplier without points")
fault("beyond-without-for-each", A, "P0380", "{plus: 0.2 points, for_each: age, beyond: 50, at_most: 90%}", "{plus: 0.2 points, §beyond: 50, at_most: 90%}", "a start without a multiplier")
fault("rounded-to-zero", A, "P0381", "share: 1.5%, rounded_to: 100}", "share: 1.5%, rounded_to: §0}", "multiples of nothing")
fault("attribute-value-any", A, "P0376", "{psychiatric: 精神病, chemo: ", "{§any: 精神病, chemo: ", "a value that cases read as all", most_findings=20)
