"""Faults in what a region adds to the usual rules: attributes, parameters, diseases, and the day that facts are of."""

from faults_kind import ADDITIONS, ANCESTOR, CHINESE_ADDITIONS, ENGLISH, HEIR, NEW_WAGES, WAGES, fault

A, Z = ADDITIONS, CHINESE_ADDITIONS
# The new figures of a file of changes are read with the whole file; what refers to the file before is dropped with it.
LATER = {"drop": [NEW_WAGES[1]]}

# Attributes: their form

fault("attribute-misspelled-key", A, "F0201", "    values: {psychiatric", "    §value: {psychiatric", "`value` instead of `values`", most_findings=11)
fault("attribute-type-for-kind", A, "F0201", "contribution_years: {title: 缴费年限, kind: number}", "contribution_years: {title: 缴费年限, §type: number}",
      "`type` instead of `kind`", most_findings=5)
fault("attribute-key-chinese", Z, "F0201", "    类型: 选项\n    取值:", "    类型: 选项\n    §选项:", "another word for the values of an attribute", most_findings=7)
fault("attribute-without-kind", A, "F0202", "contribution_years: {title: 缴费年限, kind: number}", "contribution_years: {§title: 缴费年限}",
      "an attribute without its kind")
fault("attribute-without-title", A, "F0202", "    title: 治疗类型\n    kind: choice", "    §kind: choice", "an attribute without a title", most_findings=6)
fault("attribute-kind-word", A, "F0206", "kind: number", "kind: §integer", "a kind that does not exist")
fault("attribute-kind-word-chinese", Z, "F0206", "类型: 数值", "类型: §数字", "a kind that does not exist", most_findings=5)
fault("attribute-kind-other-language", A, "F0204", "kind: choice", "kind: §选项", "a Chinese word in an English file", most_findings=6)
fault("attribute-key-other-language", Z, "F0204", "连续参保年限: {名称: 连续参保年限, 类型: 数值}", "连续参保年限: {名称: 连续参保年限, §kind: 数值}",
      "an English key in a Chinese file", most_findings=5)
fault("attribute-values-list", A, "F0203", "values: {psychiatric: 精神病, chemo: 放化疗, other: 其他}", "values: §[psychiatric, chemo, other]",
      "a list of values instead of a mapping to their names", most_findings=10)
fault("attribute-values-list-chinese", Z, "F0203", "取值: {一档: 一档, 二档: 二档}", "取值: §[一档, 二档]", "a list of values instead of a mapping to their names", most_findings=6)
fault("attributes-as-list", HEIR, "F0203", "attributes:\n  contribution_years: {title: 缴费年限, kind: number}\n  band: {title: 参保档次, kind: choice, values: {high: 高档, low: 低档}}\n",
      "attributes:\n  §- contribution_years\n  - band\n", "a list of attributes", most_findings=4)
fault("attribute-with-dash", A, "F0225", "  contribution_years: {title", "  §contribution-years: {title", "a dash in an attribute's name", most_findings=6)
fault("attribute-value-with-space", HEIR, "F0225", "{high: 高档, low: 低档}", "{high: 高档, low: 低档, §very low: 最低档}", "a space in a value")
fault("attribute-value-is-a-number", HEIR, "F0225", "{high: 高档, low: 低档}", "{high: 高档, low: 低档, §1: 一档}", "a number as a value")
fault("attribute-value-yes", HEIR, "F0207", "{high: 高档, low: 低档}", "{high: 高档, low: 低档, §no: 未参保}", "a truth value as a value")
fault("attribute-value-title-number", HEIR, "F0223", "{high: 高档, low: 低档}", "{high: 高档, low: §2}", "a value whose title YAML reads as a number")
fault("attributes-empty", A, "F0205", "attributes:\n  contribution_years: {title: 缴费年限, kind: number}\n  treatment:\n    title: 治疗类型\n    kind: choice\n"
      "    values: {psychiatric: 精神病, chemo: 放化疗, other: 其他}\n", "§attributes:\n", "a section with nothing in it", most_findings=12)
fault("attribute-values-empty", HEIR, "F0235", "values: {high: 高档, low: 低档}", "§values: {}", "a choice without choices", most_findings=4)
fault("attribute-twice", A, "Y0106", "  treatment:\n    title: 治疗类型", "  contribution_years: {title: 工作年限, kind: number}\n  treatment:\n    title: 治疗类型",
      "two attributes under one name", at="\n  §contribution_years: {title: 工作年限")

# Attributes: what they mean

fault("choice-without-values", A, "P0375", "    kind: choice\n    values: {psychiatric: 精神病, chemo: 放化疗, other: 其他}\n", "    kind: choice\n",
      "a choice without its values", at="  §treatment:\n", most_findings=10)
fault("number-with-values", A, "P0375", "contribution_years: {title: 缴费年限, kind: number}",
      "contribution_years: {title: 缴费年限, kind: number, §values: {short: 短, long: 长}}", "a number with values")
fault("choice-without-values-chinese", Z, "P0375", "    类型: 选项\n    取值: {一档: 一档, 二档: 二档}\n", "    类型: 选项\n", "a choice without its values",
      at="  §参保档次:\n", most_findings=6)
fault("number-with-values-chinese", Z, "P0375", "连续参保年限: {名称: 连续参保年限, 类型: 数值}",
      "连续参保年限: {名称: 连续参保年限, 类型: 数值, §取值: {短: 不满一年, 长: 满一年}}", "a number with values")
fault("attribute-named-age", A, "P0376", "  treatment:\n    title: 治疗类型", "  §age: {title: 年龄, kind: number}\n  treatment:\n    title: 治疗类型",
      "an attribute with the name of a dimension")
fault("attribute-named-visit", HEIR, "P0376", "  band: {title", "  §visit: {title: 就诊, kind: choice, values: {day: 日间, night: 夜间}}\n  band: {title",
      "an attribute with the name of a dimension")
fault("attribute-named-disease", Z, "P0376", "  参保档次:\n    名称", "  §病种: {名称: 病种, 类型: 选项, 取值: {甲: 甲类, 乙: 乙类}}\n  参保档次:\n    名称",
      "an attribute with the Chinese name of a dimension")
fault("nine-attributes", A, "P0365", "  treatment:\n    title: 治疗类型",
      "".join(f"  extra_{n}: {{title: 第{n}项, kind: number}}\n" for n in range(7)) + "  treatment:\n    title: 治疗类型", "nine attributes; eight are allowed",
      at='region: §"330100"')
fault("nine-attributes-inherited", HEIR, "P0365", "  band: {title",
      "".join(f"  extra_{n}: {{title: 第{n}项, kind: number}}\n" for n in range(6)) + "  band: {title",
      "eight of its own and another one of the parent; eight are allowed", at='region: §"440100"')
fault("attribute-redefined-kind", HEIR, "P0366", "  contribution_years: {title: 缴费年限, kind: number}",
      "  §contribution_years: {title: 缴费年限, kind: choice, values: {short: 短, long: 长}}", "a choice where the parent has a number",
      also={HEIR[1]: [("cases: {0..4: 60%, 5+: 70%}", "cases: {short: 60%, long: 70%}")]})
fault("attribute-redefined-title", HEIR, "P0366", "  contribution_years: {title: 缴费年限, kind: number}", "  §contribution_years: {title: 连续缴费月数, kind: number}",
      "months where the parent counts years")
fault("attribute-redefined-values", HEIR, "P0366", "  band: {title", "  §treatment: {title: 治疗类型, kind: choice, values: {chemo: 放化疗, surgery: 手术, other: 其他}}\n  band: {title",
      "one more value than the parent has")
fault("unknown-attribute-in-by", A, "F0233", "by: contribution_years\n", "by: §contributed_years\n", "a misspelled attribute")
fault("unknown-attribute-in-for", A, "F0233", "{for: {contribution_years: 30+}, times", "{for: {§contribution_year: 30+}, times", "a misspelled attribute in a condition")
fault("unknown-attribute-in-cap", A, "F0233", "amount: {by: treatment, cases: {psychiatric: unlimited", "amount: {by: §therapy, cases: {psychiatric: unlimited",
      "an attribute that is not defined")
fault("unknown-attribute-chinese", Z, "F0233", "          按: 参保档次\n", "          按: §参保级别\n", "an attribute that is not defined")
fault("unknown-attribute-in-again-chinese", Z, "F0233", "满天数再收: {按: 参保档次,", "满天数再收: {按: §档次,", "a shortened attribute")
fault("attribute-by-its-title", A, "F0233", "amount: {by: treatment, cases: {psychiatric: unlimited", "amount: {by: §治疗类型, cases: {psychiatric: unlimited",
      "the title of an attribute instead of its name")
fault("attribute-of-the-parent", HEIR, "F0233", "ratio: {by: contribution_years, cases: {0..4: 60%, 5+: 70%}}", "ratio: {by: §treatment, cases: {chemo: 60%, other: 70%}}",
      "an attribute that only the parent declares")
fault("attribute-without-definition", ENGLISH, "F0233", "ratio: {by: person, cases: {employed: 84%, retired: 94%}", "ratio: {by: §contribution_years, cases: {0..9: 84%, 10+: 94%}",
      "an attribute in a file without attributes")
fault("unknown-attribute-value", A, "P0304", "{psychiatric: unlimited, chemo/other: 250000}", "{psychiatric: unlimited, chemo/other: 250000, §surgery: 100000}",
      "a value that the attribute does not have")
fault("unknown-attribute-value-in-for", Z, "P0304", "{对象: {参保档次: 二档}, 乘以", "{对象: {参保档次: §三档}, 乘以", "a value that the attribute does not have")
fault("attribute-value-by-title", HEIR, "P0304", "M03900: {high: 80%, low: 70%}", "M03900: {high: 80%, low: 70%, §低档: 65%}", "the title of a value instead of its name")
fault("attribute-value-missing", A, "P0305", "{psychiatric: unlimited, chemo/other: 250000}", "§{psychiatric: unlimited, chemo: 250000}",
      "no limit for other treatment")
fault("attribute-value-missing-again", A, "P0305", "cases: {psychiatric: never, chemo/other: 90}", "cases: §{chemo/other: 90}", "no days for psychiatric treatment")
fault("attribute-value-missing-times", A, "P0305", "cases: {psychiatric: 0%, chemo: 50%, other: 100%}", "cases: §{psychiatric: 0%, chemo: 50%}", "no factor for other treatment")
fault("attribute-value-missing-chinese", Z, "P0305", "各档: {一档: 90%, 二档: 80%}", "各档: §{一档: 90%}", "no ratio for the second class")
fault("attribute-value-missing-nested", HEIR, "P0305", "M03900: {high: 80%, low: 70%}", "M03900: §{high: 80%}", "no ratio for the low class")
fault("attribute-number-hole", A, "P0305", "cases: {0..9: 70%, 10..24: 75%, 25+: 80%}", "cases: §{0..9: 70%, 10..24: 75%, 26+: 80%}", "no ratio for 25 years")
fault("attribute-number-from-one", HEIR, "P0305", "cases: {0..4: 60%, 5+: 70%}", "cases: §{1..4: 60%, 5+: 70%}", "no ratio for 0 years")
fault("attribute-number-no-end", Z, "P0305", "        0: {参数: 社平工资, 比例: 100%}\n", "        §0: {参数: 社平工资, 比例: 100%}\n", "no limit from 7 years on",
      also={Z[1]: [("        6+: 不封顶\n", "        6: 不封顶\n")]})
fault("attribute-number-overlap", A, "F0231", "cases: {0..9: 70%, 10..24: 75%, 25+: 80%}", "cases: {0..9: 70%, §9..24: 75%, 25+: 80%}", "nine years in two cases")
fault("attribute-number-in-words", Z, "F0229", "        6+: 不封顶\n", "        §六年以上: 不封顶\n", "years in words")
fault("attribute-number-dash", A, "F0229", "cases: {0..9: 70%, 10..24: 75%, 25+: 80%}", "cases: {§0-9: 70%, 10..24: 75%, 25+: 80%}", "a dash instead of two dots")
fault("attribute-number-condition", A, "F0229", "{for: {contribution_years: 30+}, times", "{for: {contribution_years: §≥30}, times", "a sign instead of 30+")
fault("attribute-any-beside", A, "F0230", "cases: {psychiatric: never, chemo/other: 90}", "cases: {psychiatric: never, §any: 90}", "`any` for the rest beside another case")

# Parameters: their form

fault("parameter-misspelled-key", A, "F0201", "{title: 上年度职工平均工资, amount: 100000,", "{title: 上年度职工平均工资, §value: 100000,", "`value` instead of `amount`",
      most_findings=8)
fault("parameter-without-amount", A, "F0202", "{title: 上年度职工平均工资, amount: 100000, source", "{§title: 上年度职工平均工资, source", "a parameter without its amount",
      most_findings=8)
fault("parameter-without-title", Z, "F0202", "{名称: 上年度在岗职工月平均工资, 金额: 13730,", "{§金额: 13730,", "a parameter without a title")
fault("parameter-without-source", A, "P0301", "amount: 100000, source: 杭1号 第二条}", "amount: §100000}", "a parameter without a source")
fault("parameter-without-source-chinese", Z, "P0301", "金额: 13730, 依据: 深1号 第二条}", "金额: §13730}", "a parameter without a source")
fault("parameter-unknown-source", A, "P0302", "amount: 50123.45, source: 杭1号 第三条", "amount: 50123.45, source: §杭3号 第三条", "a document that is not listed")
fault("parameter-in-ten-thousands", A, "F0210", "amount: 100000, source: 杭1号 第二条", "amount: §10万, source: 杭1号 第二条", "an amount in ten thousands", most_findings=8)
fault("parameter-thousands", WAGES, "F0209", "amount: 98765,", "amount: §98_765,", "a thousands separator", **LATER)
fault("parameter-quoted", Z, "F0224", "金额: 13730,", '金额: §"13730",', "an amount in quotes", most_findings=6)
fault("parameter-three-decimals", A, "F0212", "amount: 50123.45,", "amount: §50123.456,", "three decimals", most_findings=4)
fault("parameter-mapping", WAGES, "F0203", "amount: 98765,", "amount: §{by: person, cases: {employed: 98765, retired: 90000}},", "a parameter that depends on persons", **LATER)
fault("parameter-name-with-dash", A, "F0225", "  average_wage: {title", "  §average-wage: {title", "a dash in a parameter's name", most_findings=8)
fault("parameter-bare-amount", A, "F0203", "  income: {title: 上年度居民人均可支配收入, amount: 50123.45, source: 杭1号 第三条}", "  income: §50123.45", "an amount without title and source",
      most_findings=4)
fault("parameters-empty", WAGES, "F0205", "parameters:\n  average_wage: {title: 上年度职工平均工资, amount: 98765, source: 榕1号 第二条}\n", "§parameters:\n",
      "a section with nothing in it", **LATER)

# Parameters: shares of them

fault("unknown-parameter", A, "P0367", "amount: {parameter: income, share: 2%", "amount: {parameter: §incomes, share: 2%", "a misspelled parameter in a cap")
fault("unknown-parameter-deductible", A, "P0367", "tertiary: {parameter: average_wage, share: 1.2%}", "tertiary: {parameter: §average_wages, share: 1.2%}",
      "a misspelled parameter in a deductible")
fault("unknown-parameter-bound", A, "P0367", "at_most: {parameter: average_wage, share: 2%}", "at_most: {parameter: §wage, share: 2%}", "a parameter that is not defined, in a bound")
fault("unknown-parameter-ceiling", A, "P0367", "amount: {parameter: average_wage, share: 2.4%", "amount: {parameter: §avg_wage, share: 2.4%", "an abbreviated parameter in a ceiling")
fault("unknown-parameter-standing", A, "P0367", "emergency: {deductible: {parameter: average_wage,", "emergency: {deductible: {parameter: §averagewage,",
      "a misspelled parameter in a standing's own deductible")
fault("unknown-parameter-chinese", Z, "P0367", "起付标准: {参数: 社平工资, 比例: 5%", "起付标准: {参数: §平均工资, 比例: 5%", "a parameter that is not defined")
fault("parameter-by-title-chinese", Z, "P0367", "最高: {参数: 社平工资, 比例: 4%}", "最高: {参数: §上年度在岗职工月平均工资, 比例: 4%}", "the title of a parameter instead of its name")
fault("parameter-without-definition", ENGLISH, "P0367", "amount: 100000\n", "amount: {parameter: §average_wage, share: 400%}\n", "a parameter in a file without parameters")
fault("share-missing", A, "F0202", "tertiary: {parameter: average_wage, share: 1.2%}", "tertiary: {§parameter: average_wage}", "a parameter without its share")
fault("share-misspelled", A, "F0201", "amount: {parameter: income, share: 2%", "amount: {parameter: income, §percent: 2%", "`percent` instead of `share`")
fault("share-bare", A, "F0215", "amount: {parameter: income, share: 2%", "amount: {parameter: income, share: §2", "a share without its sign")
fault("share-fraction", WAGES, "F0215", "share: 1%, rounded_to: 10", "share: §0.01, rounded_to: 10", "a share as a fraction", **LATER)
fault("share-too-large", A, "F0217", "employed: {parameter: average_wage, share: 120%", "employed: {parameter: average_wage, share: §12000%", "a slipped decimal point")
fault("share-negative", Z, "F0217", "起付标准: {参数: 社平工资, 比例: 5%", "起付标准: {参数: 社平工资, 比例: §-5%", "a negative share")
fault("share-in-words", Z, "F0216", "0: {参数: 社平工资, 比例: 100%}", "0: {参数: 社平工资, 比例: §一倍}", "a share in words")
fault("share-times-amount-too-large", WAGES, "F0214", "amount: {parameter: average_wage, share: 1%, rounded_to: 10}", "amount: §{parameter: average_wage, share: 1000%}",
      "ten times a parameter that is as large as amounts can be", also={WAGES[1]: [("amount: 98765,", "amount: 99999999999999,")]}, **LATER)
fault("rounded-to-unit", WAGES, "F0210", "rounded_to: 10}", "rounded_to: §10元}", "a unit after an amount", **LATER)
fault("rounded-to-word", A, "F0211", "share: 1.5%, rounded_to: 100}", "share: 1.5%, rounded_to: §hundred}", "a word instead of an amount")
fault("rounded-to-quoted", A, "F0224", "share: 120%, rounded_to: 10}", 'share: 120%, rounded_to: §"10"}', "a number in quotes")
fault("rounded-to-negative", Z, "F0213", "比例: 600%, 取整到: 100", "比例: 600%, 取整到: §-100", "a negative unit")
fault("rounded-to-misspelled", A, "F0201", "share: 2.4%, rounded_to: 1}", "share: 2.4%, §rounding: 1}", "another word for `rounded_to`")
fault("parameter-with-bounds", A, "F0201", "emergency: {deductible: {parameter: average_wage, share: 1.5%, rounded_to: 100}",
      "emergency: {deductible: {parameter: average_wage, share: 1.5%, §at_least: 1000}", "bounds of a share of the claim at a share of a parameter")
fault("parameter-and-percent-of", A, "F0201", "tertiary: {parameter: average_wage, share: 1.2%}", "tertiary: {parameter: average_wage, §percent_of: in_scope, share: 1.2%}",
      "a share of two amounts at once")
fault("parameter-bare-name", A, "F0211", "amount: {parameter: income, share: 2%, rounded_to: 0.1}", "amount: §income", "the name of a parameter alone")
fault("parameter-in-other-language", Z, "F0204", "0: {参数: 社平工资, 比例: 100%}", "0: {参数: 社平工资, §share: 100%}", "an English key in a Chinese file")
fault("parameter-as-ratio", A, "F0203", "ratio: {by: disease, cases: {class_1: 80%,", "ratio: {by: disease, cases: {class_1: §{parameter: average_wage, share: 80%},",
      "a share of a parameter where a ratio belongs")
fault("parameter-change-path", NEW_WAGES, "P0338", "at: parameters.average_wage.amount", "at: §parameters.wage.amount", "a parameter that the version before does not have")
fault("parameter-change-was", NEW_WAGES, "P0339", "was: 98765", "was: §98756", "two digits exchanged in the old amount")
fault("parameter-change-now", NEW_WAGES, "F0210", "now: 102468", "now: §10.2468万", "a new amount in ten thousands")
fault("days-change-now", NEW_WAGES, "F0239", "now: 60,", "now: §60天,", "a new number of days with its unit")

# Diseases: the list

fault("disease-code-unquoted", A, "F0221", '    "052000": {title', "    §052000: {title", "a code of digits without quotes in the list", most_findings=7)
fault("disease-code-unquoted-chinese", Z, "F0221", '    "M02300": {名称: 帕金森病}', '    "M02300": {名称: 帕金森病}\n    §022400: {名称: 地方病种}', "a code of digits without quotes in the list")
fault("disease-code-unquoted-in-cases", A, "F0221", 'M08300: 80000, "052000": 500}', "M08300: 80000, §052000: 500}", "a code of digits without quotes as a case")
fault("disease-code-unquoted-in-for", A, "F0221", "        ratio: 70%\n", "        ratio: {value: 70%, adjust: [{for: {disease: §052000}, plus: 5 points}]}\n",
      "a code of digits without quotes in a condition")
fault("disease-code-with-dash", A, "F0222", '    "M01600": {title', '    §"M0160-0": {title', "a dash in a code")
fault("disease-code-too-long", Z, "F0222", '    "M02300": {名称', '    "M02300": {名称: 帕金森病}\n    §"M023000000000": {名称', "a code of thirteen characters")
fault("disease-by-name", HEIR, "F0222", '    "M08300": {title', '    §器官移植: {title', "the name of a disease instead of its code", most_findings=5)
fault("disease-code-full-width", Z, "F0208", '    "M02300": {名称', '    "M02300": {名称: 帕金森病}\n    §"Ｍ02500": {名称', "a full-width letter in a code")
fault("disease-twice", A, "Y0106", '    "M08300": {title', '    "M03900": {title', "one code for two diseases", at='}\n    §"M03900": {title: 器官', most_findings=8)
fault("disease-without-title", A, "F0202", '"M01600": {title: 糖尿病, group: class_1}', '"M01600": {§group: class_1}', "a disease without a title")
fault("disease-bare-title", HEIR, "F0203", '"M03900": {title: 高血压病}\n    "M08300"', '"M03900": §高血压病\n    "M08300"', "a disease with its title alone")
fault("disease-title-number", A, "F0223", '"052000": {title: 地方病种}', '"052000": {title: §2024}', "a title that YAML reads as a number")
fault("disease-misspelled-group-key", A, "F0201", '"M01600": {title: 糖尿病, group: class_1}', '"M01600": {title: 糖尿病, §class: class_1}', "`class` instead of `group`",
      most_findings=8)
fault("disease-group-key-other-language", Z, "F0204", "{名称: 高血压病, 组: 二类}", "{名称: 高血压病, §group: 二类}", "an English key in a Chinese file", most_findings=8)
fault("disease-unknown-group", A, "P0368", '"M03900": {title: 高血压病, group: class_1}', '"M03900": {title: 高血压病, group: §class_3}', "a group that is not defined", most_findings=8)
fault("disease-group-misspelled", HEIR, "P0368", '"M03900": {title: 高血压病}\n    "M08300"', '"M03900": {title: 高血压病, group: §class_1}\n    "M08300"',
      "a group of the parent's list, which this list replaces")
fault("disease-unknown-group-chinese", Z, "P0368", "{名称: 尿毒症透析, 组: 一类}", "{名称: 尿毒症透析, 组: §三类}", "a group that is not defined", most_findings=8)
fault("disease-group-by-title", Z, "P0368", "{名称: 糖尿病, 组: 二类,", "{名称: 糖尿病, 组: §二类门特,", "the title of a group instead of its name", most_findings=8)
fault("disease-groups-list", A, "F0203", "    class_1: {title: 一类}\n    class_2: {title: 二类}\n", "    §- class_1\n    - class_2\n", "a list of groups", most_findings=20)
fault("disease-group-bare-title", Z, "F0203", "    一类: {名称: 一类门特}", "    一类: §一类门特", "a group with its title alone")
fault("disease-list-missing", A, "F0202", "  list:\n    \"M03900\": {title: 高血压病, group: class_1}\n    \"M01600\": {title: 糖尿病, group: class_1}\n"
      "    \"M07801\": {title: 尿毒症透析, group: class_2, source: 杭1号 附表二}\n    \"M08300\": {title: 器官移植抗排异治疗}\n    \"052000\": {title: 地方病种}\n", "",
      "groups of diseases without the list", at="diseases:\n  §groups:", most_findings=35)
fault("disease-list-key-chinese", Z, "F0201", "  名录:\n", "  §病种名录:\n", "another word for the list", most_findings=25)
fault("disease-list-as-list", HEIR, "F0203", '  list:\n    "M03900": {title: 高血压病}\n    "M08300": {title: 器官移植抗排异治疗}\n', '  list:\n    §- "M03900"\n    - "M08300"\n',
      "a list of codes without titles", most_findings=8)
fault("disease-unknown-source", A, "P0302", "  source: 杭1号 附表一\n", "  source: §杭2号 附表一\n", "a list from a document that is not listed")
fault("diseases-empty", WAGES, "F0205", "plans:\n", "§diseases:\nplans:\n", "a section with nothing in it", **LATER)

fault("disease-group-named-like-code", HEIR, "P0316", "diseases:\n  list:\n", "diseases:\n  groups:\n    §M03900: {title: 高血压}\n  list:\n", "a group with the code of a disease; a case could mean either")

# Diseases: what goes by them

fault("no-diseases-separately", WAGES, "P0369", "          per: each_settlement\n", "          per: month\n          account: charged\n          §separately_for: disease\n",
      "a deductible for each disease, and no list of them", **LATER)
fault("no-diseases-cap", ENGLISH, "P0369", "    measures: expense\n    per: month\n", "    measures: expense\n    per: month\n    §separately_for: disease_group\n",
      "a cap for each group of diseases, and no list of them")
fault("no-diseases-several", ENGLISH, "P0369", "amount: {by: person, cases: {employed: 400000, retired: 450000}}", "amount: {by: disease, cases: {any: 400000}}\n    §several: largest",
      "a cap of several diseases, and no list of them")
fault("no-diseases-any", ENGLISH, "P0369", "ratio: {by: person, cases: {employed: 84%, retired: 94%}", "ratio: {by: disease, cases: §{any: 84%}",
      "a table by disease, and no list of them")
fault("no-diseases-condition", ENGLISH, "P0369", "    for: {visit: chronic}", "    for: {visit: chronic, disease: §M03900}", "a condition on a disease, and no list of them")
fault("disease-missing", A, "P0305", 'cases: {class_1: 3000, class_2: unlimited, M08300: 80000, "052000": 500}', 'cases: §{class_1: 3000, class_2: unlimited, M08300: 80000}',
      "no limit for a disease without a group")
fault("disease-group-missing", A, "P0305", 'ratio: {by: disease, cases: {class_1: 80%, class_2: 90%, M08300: 85%, "052000": 70%}}', 'ratio: {by: disease, cases: §{class_1: 80%, M08300: 85%, "052000": 70%}}',
      "no ratio for a group")
fault("disease-of-a-group-missing", A, "P0305", "class_1/052000: 350, class_2: 0, M03900: 320,", "052000: 350, class_2: 0, M03900: 320,", "no deductible for the other disease of the group",
      at='cases: §{052000: 350, class_2: 0')
fault("disease-missing-chinese", Z, "P0305", "{一类: 90000, 二类: 8000, M02300: 12000}", "§{一类: 90000, 二类: 8000}", "no limit for a disease without a group")
fault("disease-missing-inherited", ANCESTOR, "P0305", "ratio: {by: disease, cases: {any: 60%}}", "ratio: {by: disease, cases: §{M03900: 60%, M01600: 65%}}",
      "complete for the parent's list, not for that of the heir")
fault("disease-unknown-case", A, "P0304", 'M08300: 80000, "052000": 500}', 'M08300: 80000, "052000": 500, §M08301: 60000}', "a code that the list does not have")
fault("disease-unknown-group-case", A, "P0304", "        class_2: {any: unlimited}", "        class_2: {any: unlimited}\n        §class_3: {any: 500}", "a group that the list does not have")
fault("disease-unknown-condition", A, "P0304", "disease: class_1}", "disease: §class1}", "a misspelled group in a condition", most_findings=4)
fault("disease-by-name-case", Z, "P0304", "{一类: 不封顶, 二类: 700, M02300: 900}", "{一类: 不封顶, 二类: 700, M02300: 900, §帕金森病: 900}", "the name of a disease as a case")
fault("disease-of-the-parent", HEIR, "P0304", "{M03900: 2000, M08300: unlimited}", "{M03900: 2000, M08300: unlimited, §M01600: 1800}", "a disease of the parent's list, which this list replaces")
fault("disease-case-overlap", A, "F0231", "{class_1: 300, class_2: 6000,", "{class_1: 300, §class_1/class_2: 6000,", "a group in two cases")
fault("disease-case-never-met", A, "P0306", "        ratio:\n          counted: expense_with_deductible\n          restarts: each_cycle\n          cycle_days: 90\n          account: drugs_cycle\n"
      "          columns: [to 800, above]\n          value: [55%, 45%]\n", "        ratio: {by: disease, cases: {class_1: 55%, §class_2: 60%}}\n", "the benefit is for the other group only")
fault("disease-group-never-met", Z, "P0306", "    二类: {名称: 二类门特}\n", "    二类: {名称: 二类门特}\n    三类: {名称: 三类门特}\n", "a group without diseases",
      at="二类: 700, M02300: 900, §三类: 100", also={Z[1]: [("二类: 700, M02300: 900}", "二类: 700, M02300: 900, 三类: 100}")]})
fault("disease-as-dimension-of-class", A, "F0206", "non_local:\n", "classes:\n  dialysis:\n    of: §disease\n    is: class_2\n    title: 透析\n    members: {attribute: kind, equals: dialysis}\n"
      "    source: 杭1号 附表二\nnon_local:\n", "a class of a disease; diseases have groups instead")
fault("disease-dimension-misspelled", Z, "F0233", "金额: {按: 病种, 各档: {任意: 30000}}", "金额: {按: §病种组, 各档: {任意: 30000}}", "the groups of diseases as a dimension")
fault("disease-dimension-other-language", Z, "F0204", "金额: {按: 病种, 各档: {任意: 30000}}", "金额: {按: §disease, 各档: {任意: 30000}}", "an English dimension in a Chinese file")

# The day that facts are of

fault("facts-as-of-word", A, "F0206", "facts_as_of: year_start", "facts_as_of: §discharge", "a day that does not exist")
fault("facts-as-of-word-chinese", Z, "F0206", "认定时点: 入院日", "认定时点: §出院日", "a day that does not exist")
fault("facts-as-of-other-language", A, "F0204", "facts_as_of: year_start", "facts_as_of: §年度初", "a Chinese word in an English file")
fault("facts-as-of-date", A, "F0206", "facts_as_of: year_start", 'facts_as_of: §"2024-01-01"', "a date instead of a word")
fault("facts-as-of-list", ANCESTOR, "F0203", "facts_as_of: admission", "facts_as_of: §[admission]", "a word in brackets")
fault("facts-as-of-empty", A, "F0205", "facts_as_of: year_start", "§facts_as_of:", "no word after the key")
fault("facts-as-of-misspelled", Z, "F0201", "认定时点: 入院日", "§认定日: 入院日", "a misspelled key")
fault("facts-as-of-in-a-plan", A, "F0201", "    occurrence_account: employee_stays\n", "    occurrence_account: employee_stays\n    §facts_as_of: admission\n", "a key of the file in a benefit")
