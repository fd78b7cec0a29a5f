"""Faults in what the rules say: sources, tables, columns, layers, standings, dates, regions, changes."""

from faults_kind import BEFORE, CHINESE, ENGLISH, MONGOLIA, NATIONAL, REFORM, WUHAI, fault

E, C = ENGLISH, CHINESE

# Sources

fault("no-source", E, "P0301", "    amount: 25000\n    source: 待遇表 居民限额\n", "    amount: §25000\n", "an amount without a source")
fault("no-source-ratio", E, "P0301", "ratio: {value: 50%, source: 待遇表 退休补充}", "ratio: §50%", "a ratio without a source")
fault("no-source-standing", WUHAI, "P0301", "temporary: {lower_by: 18 points, source: 乌68号 第二条}", "temporary: {lower_by: §18 points}",
      "a change of a standing without a source")
fault("no-source-table", E, "P0301", "              source: 测1号 第十二条\n          source: 待遇表 居民比例\n", "              source: 测1号 第十二条\n",
      "a table without a source: its first ratio", at="tertiary: §74%")
fault("no-source-chinese", C, "P0301", "    金额: 150000\n    依据: 长1号 第六条\n", "    金额: §150000\n", "an amount without a source")
fault("no-source-whole-plan", WUHAI, "P0301", "    source: 乌68号 第四条\n", "", "a plan without a source: its first ratio", at="tertiary: §65%")
fault("unknown-source", E, "P0302", "source: 测1号 第十条", "source: §测2号 第十条", "a citation of a document that is not listed")
fault("unknown-source-standing", WUHAI, "P0302", "source: 乌68号 第二条", "source: §乌86号 第二条", "two digits swapped in a document's id")
fault("unknown-source-whole-plan", WUHAI, "P0302", "    source: 乌68号 第四条\n", "    source: §乌68 第四条\n", "the citation of a whole plan misspelled")
fault("unknown-source-chinese", C, "P0302", "依据: 长1号 第十条", "依据: §湘1号 第十条", "a document of another file")
fault("source-by-title", C, "P0302", "依据: 长1号 第六条", "依据: §长1号第六条", "no space between id and clause")
fault("unknown-source-guardrail", MONGOLIA, "P0302", "source: 区30号 第十七条", "source: §内30号 第十七条", "a document that is not listed")
fault("unknown-source-of-change", REFORM, "P0302", "source: 津20号 第二条", "source: §津2号 第二条", "a change that cites a document that is not listed")
fault("unknown-source-rounding", E, "P0302", "per: layer, source: 测1号 第一条", "per: layer, source: §测9号 第一条",
      "rounding that cites a document that is not listed")
fault("unknown-source-class", E, "P0302", "    source: 测1号 第三条", "    source: §测9号 第三条", "a class that cites a document that is not listed")
fault("citation-without-clause", E, "P0303", "    source: 待遇表 居民限额", "    source: §待遇表", "a citation without a clause")
fault("citation-without-clause-chinese", C, "P0303", "依据: 长1号 第十条", "依据: §长1号", "a citation without a clause")
fault("clause-cut-by-hash", E, "P0303", "    source: 待遇表 居民限额", "    source: §待遇表 #居民限额", "a hash before the clause makes it a comment")
fault("full-width-space-in-citation", C, "P0302", "依据: 长1号 第六条", "依据: §长1号\u3000第六条", "a full-width space between id and clause")
fault("source-without-number", E, "P0355", "    number: 测医保发〔2023〕1号\n", "", "an official document without number, address and reading day",
      at="\n  §测1号:\n")
fault("source-without-url", E, "P0355", "    url: example.org/benefits\n", "", "a reported document without an address", at="\n  §待遇表:\n")
fault("source-without-reading-day", E, "P0355", '    read: "2024-01-05"\n', "", "a reported document without the day it was read", at="\n  §待遇表:\n")
fault("source-without-number-chinese", C, "P0355", "    文号: 长医保发〔2023〕1号\n", "", "an official document without number, address and reading day",
      at="\n  §长1号:\n")

# Values of dimensions and complete tables. What is missing is shown where the cases begin.

fault("misspelled-level", E, "P0304", "            tertiary: 74%", "            §tertary: 74%", "a misspelled hospital level")
fault("misspelled-standing", WUHAI, "P0304", "    unfiled: {lower_by", "    §not_filed: {lower_by", "a standing that does not exist")
fault("misspelled-person-in-for", E, "P0304", "for: {person: retired}\n        fund", "for: {person: §retiree}\n        fund", "a person that does not exist")
fault("misspelled-visit-in-for", E, "P0304", "for: {visit: chronic}", "for: {visit: §chronical}", "a visit that does not exist")
fault("level-by-everyday-name", C, "P0304", "            未定级: [84%, 87%]", "            §社区: [84%, 87%]", "an everyday word for a level")
fault("class-without-definition", E, "P0304", "            primary/unrated: 81%", "            primary/unrated: 81%\n            §town_hospital: 83%",
      "a class that is not defined")
fault("misspelled-treat-as", E, "P0304", "unfiled: {refused: 未备案的不能直接结算", "unfiled: {treat_as: §tertiery", "a misspelled level in treat_as")
fault("misspelled-hardship", E, "P0304", "        none: [60%, 70%]", "        §normal: [60%, 70%]", "a value that hardship does not have")
fault("guardrail-standing", NATIONAL, "P0304", "temporary/unfiled: 20 points", "§temp/unfiled: 20 points", "a standing that does not exist, in a guardrail")
fault("adjust-condition", E, "P0304", "for: {person: retired}, self_pay_times", "for: {person: §retirees}, self_pay_times",
      "a person that does not exist, in an adjustment")
fault("level-missing", E, "P0305", "            tertiary: 74%\n            secondary: 78%\n", "            §tertiary: 74%\n", "no ratio for secondary hospitals")
fault("unrated-missing", C, "P0305", "            一级: [85%, 88%]\n            未定级: [84%, 87%]\n", "            一级: [85%, 88%]\n",
      "no ratio for unrated hospitals", at="          各档:\n            §三级: [65%")
fault("person-missing", E, "P0305", "cases: {employed: 84%, retired: 94%}", "cases: §{employed: 84%}", "no ratio for retired persons")
fault("person-missing-resident", E, "P0305", "cases: {minor: 5 points, adult: 3 points, elderly: 4 points}", "cases: §{minor: 5 points, adult: 3 points}",
      "no points for elderly persons")
fault("person-missing-outer", E, "P0305", "              adult/elderly:\n", "              adult:\n", "no deductible for elderly persons", at="cases:\n              §minor:")
fault("inner-level-missing", E, "P0305", "                tertiary: 1100\n                secondary: 700\n                primary/unrated: 310",
      "                §tertiary: 1100\n                primary/unrated: 310", "no deductible for adults in secondary hospitals")
fault("standing-missing", WUHAI, "P0305", "    temporary: {lower_by: 18 points, source: 乌68号 第二条}\n", "", "nothing for temporary stays",
      at="cases:\n    §local/exempt")
fault("standing-missing-chinese", C, "P0305", "    未备案: {不结算: 须先备案, 依据: 长1号 第五条}\n", "", "nothing for the unfiled",
      at="  各档:\n    §本地/免备案")
fault("hardship-missing", E, "P0305", "{by: hardship, cases: {none: 30404, hardship: 15202}}", "{by: hardship, cases: §{none: 30404}}",
      "no deductible for persons in hardship")
fault("hardship-missing-chinese", C, "P0305", "各档: {无: 60%, 困难人员: 66%}", "各档: §{困难人员: 66%}", "no ratio for others")
fault("occurrence-hole", E, "P0305", "{1: 1300, 2+: 650}", "§{1: 1300, 3+: 650}", "no deductible for the second stay")
fault("occurrence-open-end", C, "P0305", "三级: {1: 1500, 2+: 750}", "三级: §{1: 1500, 2: 750}", "no deductible from the third stay on")
fault("occurrence-no-first", E, "P0305", "{1: 1300, 2+: 650}", "§{2+: 650}", "no deductible for the first stay")
fault("age-hole", E, "P0305", "                0..69: [85%, 80%]", "                §0..64: [85%, 80%]", "no ratio from 65 to 69")
fault("age-from-one", E, "P0305", "                0..69: [85%, 80%]", "                §1..69: [85%, 80%]", "no ratio for age 0")
fault("distance-missing", BEFORE, "P0305", "        ratio: 55%\n", "        ratio: {by: distance, cases: §{local: 55%, in_province: 50%}}\n",
      "no ratio outside the province", drop=["120000-tianjin/2024-01-01.yaml"])
fault("channel-missing", BEFORE, "P0305", "        ratio: 55%\n", "        ratio: {by: channel, cases: §{direct: 55%}}\n",
      "no ratio for manual reimbursement", drop=["120000-tianjin/2024-01-01.yaml"])
fault("visit-missing", BEFORE, "P0305", "    per: year\n    amount: 4500\n", "    per: year\n    amount: {by: visit, cases: §{inpatient: 4500}}\n",
      "no limit for the visits of the plan", drop=["120000-tianjin/2024-01-01.yaml"])
fault("insurance-missing", BEFORE, "P0305", "    per: year\n    amount: 4500\n", "    per: year\n    amount: {by: insurance, cases: §{employee: 4500}}\n",
      "no limit for residents", drop=["120000-tianjin/2024-01-01.yaml"])
fault("cap-person-missing", E, "P0305", "cases: {employed: 400000, retired: 450000}", "cases: §{retired: 450000}", "no limit for the employed")
fault("case-never-met", E, "P0306", "cases: {employed: 84%, retired: 94%}", "cases: {employed: 84%, retired: 94%, §minor: 90%}",
      "children are never insured as employees")
fault("case-never-met-visit", BEFORE, "P0306", "        ratio: 55%\n",
      "        ratio: {by: visit, cases: {outpatient: 55%, §inpatient: 60%}}\n", "the plan is for outpatient visits only",
      drop=["120000-tianjin/2024-01-01.yaml"])

fault("case-never-met-ordinal", E, "P0306", "{1: 1300, 2+: 650}", "{§0: 1300, 1: 1300, 2+: 650}", "ordinals begin at 1")
fault("full-width-slash", E, "P0304", "            primary/unrated: 81%", "            §primary／unrated: 81%", "a full-width slash between two values of a case")

# Columns

fault("columns-falling", E, "P0307", "[to 30000, to 40000, above]", "[to 40000, §to 30000, above]", "columns from large to small")
fault("columns-equal", E, "P0307", "[to 30000, to 40000, above]", "[to 30000, §to 30000, above]", "the same end twice")
fault("column-zero", C, "P0307", "[至 10000, 以上]", "[§至 0, 以上]", "a first column that ends at zero")
fault("last-column-closed", E, "P0308", "[to 20000, above]", "[to 20000, §to 40000]", "no open column at the end")
fault("open-column-first", E, "P0308", "[to 50000, above]", "[§above, to 50000]", "the open column at the beginning")
fault("only-one-closed-column", C, "P0308", "[至 10000, 以上]", "[§至 10000]", "one column that is not open")
fault("ratio-missing-in-list", E, "P0309", "tertiary: [85%, 90%, 95%]", "tertiary: §[85%, 90%]", "two ratios for three columns")
fault("ratio-too-many", C, "P0309", "二级: [75%, 80%]", "二级: §[75%, 80%, 85%]", "three ratios for two columns")
fault("one-ratio-for-columns", E, "P0309", "        none: [60%, 70%]", "        none: §60%", "one ratio for two columns")
fault("ratios-without-columns", WUHAI, "P0309", "tertiary: 65%,", "tertiary: §[65%, 70%],", "two ratios and no columns")
fault("counted-missing", E, "P0310", "          counted: expense_with_deductible\n", "", "columns that do not say what they count",
      at="          §columns: [to 30000, to 40000")
fault("restarts-missing", E, "P0310", "      counted: expense_above_deductible\n      restarts: each_settlement\n",
      "      counted: expense_above_deductible\n", "columns that do not say whether they start anew", at="      §columns: [to 50000")
fault("counted-missing-chinese", C, "P0310", "          分段口径: 起付以上费用\n", "", "columns that do not say what they count", at="          §分段: [至 10000")
fault("zero-ratio-on-paid", E, "P0311", "any: [71%, 61%]", "any: [§0%, 61%]", "a column of what is paid in which nothing is paid")
fault("slab-on-paid", E, "P0354", "          columns: [to 20000, above]\n", "          §how: slab\n          columns: [to 20000, above]\n",
      "one ratio for all by what is paid")

# Caps, layers, references

fault("unknown-cap", E, "P0312", "caps: [large_year]", "caps: [§large_years]", "a cap that is not defined")
fault("unknown-cap-chinese", C, "P0312", "        限额: [统筹年度]", "        限额: [§统筹年度限额]", "the title of a cap instead of its name")
fault("unknown-cap-second", E, "P0312", "caps: [pool_year]", "caps: [pool_year, §pool_month]", "a second cap that is not defined")
fault("unknown-layer", E, "P0313", "pays_from: pool.over_cap", "pays_from: §pol.over_cap", "a layer that does not exist")
fault("unknown-layer-in-list", C, "P0313", "[统筹.按比例自付, 超限额]", "[§基本.按比例自付, 超限额]", "a layer that does not exist")
fault("layer-of-another-plan", E, "P0313", "pays_from: [pool.ratio_share]", "pays_from: [§clinic.ratio_share]", "a layer of another plan")
fault("later-layer", E, "P0314", "pays_from: [pool.ratio_share]", "pays_from: [§large.ratio_share]", "a layer that pays later")
fault("own-layer", E, "P0314", "pays_from: pool.over_cap", "pays_from: §large.over_cap", "a layer that pays from itself")
fault("pays-from-ratio-share-bare", E, "P0315", "pays_from: pool.over_cap", "pays_from: §pool.ratio_share", "a part of the person outside a list")
fault("pays-from-invented", E, "P0315", "        pays_from: pool.over_cap", "        pays_from: §total", "a base that does not exist")
fault("pays-from-misspelled", C, "P0315", "支付范围: 政策范围内费用", "支付范围: §政策范围内", "a shortened base")
fault("pays-from-list-invented", E, "P0315", "pays_from: [deductible, ratio_share, over_cap]", "pays_from: [deductible, §ratio_shares, over_cap]",
      "a misspelled part of the person")
fault("pays-from-self-pay-of-layer", E, "P0315", "pays_from: [pool.ratio_share]", "pays_from: [§pool.first_self_pay]",
      "the first self-pay does not belong to a layer")
fault("pays-from-three-parts", E, "P0315", "pays_from: pool.over_cap", "pays_from: §employee_inpatient.pool.over_cap", "a reference with the plan in it")
fault("in-scope-in-list", E, "P0315", "pays_from: [deductible, ratio_share, over_cap]", "pays_from: [§in_scope, ratio_share, over_cap]",
      "the whole amount in a list of the person's parts")
fault("layer-id-twice", E, "P0316", "      - id: large\n", "      - id: §pool\n", "two layers of a plan with one id")
fault("layer-used-twice", E, "P0316", "        caps: [large_year]\n      - use: major_illness\n",
      "        caps: [large_year]\n      - use: major_illness\n      - use: §major_illness\n", "a shared layer used twice")
fault("layer-id-twice-chinese", C, "P0316", "- 代号: 大病", "- 代号: §统筹", "two layers of a plan with one id",
      also={C[1]: [("[统筹.按比例自付, 超限额]", "[按比例自付, 超限额]")]})
fault("unknown-shared-layer", E, "P0317", "        caps: [large_year]\n      - use: major_illness", "        caps: [large_year]\n      - use: §major_ilness",
      "a misspelled shared layer")
fault("no-shared-layers", C, "P0317", "      - 代号: 大病\n        基金: 大病保险\n        支付范围: [统筹.按比例自付, 超限额]\n"
      "        支付比例: {按: 困难身份, 各档: {无: 60%, 困难人员: 66%}, 依据: 长1号 第十条}\n", "      - 用: §大病\n", "a shared layer in a file that has none")
fault("adjustment-of-nothing", E, "P0318", "{for: {person: retired}, self_pay_times: 60%, source: 测1号 第十条}",
      "§{for: {person: retired}, at_most: 95%, source: 测1号 第十条}", "an adjustment that says no change")
fault("adjustment-of-both", C, "P0318", "- {对象: {困难身份: 困难人员}, 提高", "- §{对象: {困难身份: 困难人员}, 自付乘以: 50%, 提高",
      "an adjustment with two changes")
fault("class-named-like-value", C, "P0316", "  省部属三级:\n    维度: 医院级别\n    属于: 三级", "  §二级:\n    维度: 医院级别\n    属于: 三级",
      "a class with the name of a fixed value", also={C[1]: [("              省部属三级: {1: 2000, 2+: 1000}\n", "")]})
fault("plan-also-refused", E, "P0316", "not_known:\n  chronic:", "not_known:\n  §employee_outpatient:", "a plan under the same name in not_known and in plans")
fault("no-first-layer", C, "P0327", "        支付范围: 政策范围内费用\n", "        支付范围: 超限额\n", "no layer pays from the in-scope amount", at="    §支付层:\n      - 代号: 统筹")
fault("nine-layers", WUHAI, "P0346", "    source: 乌68号 第四条\n",
      "".join(f"      - {{id: extra{i}, fund: other, pays_from: [ratio_share], ratio: 1%}}\n" for i in range(1, 9)) + "    source: 乌68号 第四条\n",
      "nine layers; eight are allowed", at="    §layers:\n")
fault("plans-overlap", E, "P0328", "for: {insurance: resident, visit: inpatient}", "for: {visit: inpatient}",
      "a plan for all inpatients beside one for employees", at="  §resident_inpatient:\n    title", most_findings=4)
fault("plans-overlap-copy", WUHAI, "P0328", "    source: 乌68号 第四条\n",
      "    source: 乌68号 第四条\n  §resident_inpatient_new:\n    title: 居民住院（新）\n    for: {insurance: resident, visit: inpatient}\n    layers:\n"
      "      - {id: pool, fund: pooled, pays_from: in_scope, ratio: 70%}\n    source: 乌68号 第四条\n", "a plan copied under another name")

# Accounts

fault("year-without-account", E, "P0324", "          account: clinic_deductible\n", "", "a yearly deductible without an account",
      at="§deductible:\n          per: year")
fault("yearly-columns-without-account", E, "P0324", "          account: clinic_paid\n", "", "yearly columns without an account",
      at="§restarts: each_year")
fault("account-without-year", E, "P0325", "          counted_within: all\n", "          account: §stay_deductible\n",
      "an account at a deductible that each settlement charges anew")
fault("account-of-restarting-columns", E, "P0325", "          how: marginal\n", "          account: §pool_expense\n",
      "an account at columns that each settlement starts anew")
fault("account-without-year-chinese", C, "P0325", "          重新起算: 每次结算\n", "          重新起算: 每次结算\n          账户: §分段累计\n",
      "an account at columns that each settlement starts anew")
fault("account-of-two-kinds", E, "P0348", "account: clinic_paid", "account: §clinic_deductible", "one account for deductibles and for payments")
fault("account-named-like-cap", E, "P0348", "account: inpatient_deductibles", "account: pool_year", "an account named like a cap",
      at="  §pool_year:\n")
fault("cumulative-in-scope", E, "P0326", "    pays_from: [deductible, ratio_share, over_cap]\n    cumulative", "    pays_from: over_cap\n    §cumulative",
      "a base that adds up over the year and is no list of the person's parts")
fault("cumulative-expense-cap", E, "P0353", "      source: 测1号 第八条\n", "      source: 测1号 第八条\n    caps: [§resident_month]\n",
      "a cap on expense at a layer whose base adds up over the year")
fault("cap-named-like-account", E, "P0348", "  resident_month:\n", "  §clinic_paid:\n", "a monthly cap named like a yearly account",
      also={E[1]: [("caps: [resident_month]", "caps: [clinic_paid]")]})

# Bounds

fault("deductible-bounds-reversed", E, "P0345", "at_least: 200, at_most: 800.50", "at_least: 2000, at_most: §800.50", "a slipped zero in the lower bound")
fault("standing-bounds-reversed", E, "P0345", "at_least: 40%, at_most: 90%", "at_least: 90%, at_most: §40%", "lower and upper bound exchanged")
fault("adjustment-bounds-reversed", C, "P0345", "提高: 5个百分点, 最高: 95%", "提高: 5个百分点, 最低: 97%, 最高: §95%", "a lower bound above the upper")

# Standings and guardrails

fault("two-ratio-changes", E, "P0319", "temporary: {lower_by: 20 points, ", "temporary: §{lower_by: 20 points, pays_of_home_ratio: 90%, ",
      "a standing that lowers and multiplies")
fault("three-ratio-changes", WUHAI, "P0319", "unfiled: {lower_by: 20 points, ", "unfiled: §{lower_by: 20 points, pays_of_home_ratio: 90%, ratio_instead: 40%, ",
      "a standing with three changes of the ratio")
fault("two-ratio-changes-chinese", C, "P0319", "{按本地比例的: 80%, ", "§{按本地比例的: 80%, 降低: 5个百分点, ", "a standing that lowers and multiplies")
fault("self-pay-without-moment", E, "P0320", "  first_self_pay_taken: before_deductible\n", "", "a first self-pay without its moment", at="\n§non_local:")
fault("self-pay-without-moment-chinese", C, "P0320", "{按本地比例的: 80%, ", "{先行自付: 20%, ", "a first self-pay without its moment", at="\n§异地就医:")
fault("change-of-nothing", WUHAI, "P0321", "temporary: {lower_by: 18 points, source: 乌68号 第二条}", "temporary: §{source: 乌68号 第二条}",
      "a standing with a source and no change")
fault("empty-braces", E, "P0321", "temporary: {lower_by: 20 points, at_least: 40%, at_most: 90%, source: 测1号 第五条}", "temporary: §{}", "empty braces for a standing")
fault("unknown-reach", E, "P0347", "layers: [pool]}\n  first", "layers: [§pooled]}\n  first", "a layer that no plan has")
fault("unknown-reach-chinese", C, "P0347", "支付层: [统筹]}", "支付层: [统筹, §大病保险]}", "the fund of a layer instead of its id")
fault("guardrail-broken", WUHAI, "P0341", "referral/emergency: {lower_by: 10 points", "referral/emergency: {lower_by: §13 points",
      "13 points where the parent allows 12")
fault("guardrail-broken-temporary", WUHAI, "P0341", "temporary: {lower_by: 18 points", "temporary: {lower_by: §22.5 points", "22.5 points where the parent allows 22")
fault("guardrail-broken-by-parent", MONGOLIA, "P0341", "temporary/unfiled: 22 points", "temporary/unfiled: 19 points",
      "a parent that now allows 19 points, a region that lowers by 20", at="unfiled: {lower_by: §20 points", at_file=WUHAI[1])
fault("guardrail-by-distance", MONGOLIA, "P0341", "    by: standing\n    cases:\n", "    by: [distance, standing]\n    cases:\n      any:\n",
      "a guardrail by two dimensions, of which the region's rule goes by one; 20 points where it allows 19",
      at="unfiled: {lower_by: §20 points", at_file=WUHAI[1],
      also={MONGOLIA[1]: [("      local/exempt/long_term: none\n      referral/emergency: 12 points\n      temporary/unfiled: 22 points\n",
                           "        local/exempt/long_term: none\n        referral/emergency: 12 points\n        temporary/unfiled: 19 points\n")]})
fault("guardrail-about-missed", WUHAI, "P0342", "temporary: {lower_by: 18 points", "temporary: {lower_by: §14 points", "14 points where the nation says about 20, give or take 5")
fault("guardrail-about-low", WUHAI, "P0342", "referral/emergency: {lower_by: 10 points", "referral/emergency: {lower_by: §4 points",
      "4 points where the nation says about 10, give or take 5")
fault("tolerance-needless", MONGOLIA, "P0344", "    strictness: at_most\n", "    strictness: at_most\n    tolerance: §2 points\n", "a tolerance of a limit")

# Classes

fault("class-without-members", E, "P0322", "    members: {attribute: hosp_class, equals: district}", "    §members: {attribute: hosp_class}",
      "an attribute without its value")
fault("class-empty-members", C, "P0322", "    成员: {属性: 机构类别, 等于: 省部属}", "    §成员: {}", "empty braces for the members")
fault("class-only-equals", E, "P0322", "    members: {attribute: hosp_class, equals: district}", "    §members: {equals: district}", "a value without its attribute")
fault("class-parent-unknown", E, "P0323", "    is: tertiary", "    is: §tertiary_hospital", "a level that does not exist")
fault("class-parent-itself", E, "P0323", "    is: secondary", "    is: §county_hospital", "a class that refines itself")
fault("class-parent-other-dimension", E, "P0323", "    is: secondary", "    is: §retired", "a value of another dimension")
fault("class-parent-chinese", C, "P0323", "    属于: 三级", "    属于: §三甲", "an everyday word for a level")
fault("institution-in-two-classes", E, "P0350", "    members: {attribute: hosp_class, equals: district}", '    members: {institutions: ["H11010100001"]}',
      "one institution in two classes; the second time", at='{institutions: [§"H11010100001", "H11010100002"]}')

# Dates, files, regions

fault("dates-reversed", E, "P0329", 'to: "2024-12-31"', 'to: §"2023-12-31"', "the last day is before the first")
fault("dates-reversed-chinese", C, "P0329", '施行: {自: "2024-01-01"}', '施行: {自: "2024-01-01", 至: §"2023-12-31"}', "the last day is before the first")
fault("file-name-day", E, "P0330", 'in_force: {from: "2024-01-01"', '§in_force: {from: "2024-02-01"', "the first day was changed, the file's name not")
fault("file-name-words", C, "P0330", '施行: {自: "2024-01-01"}', '§施行: {自: "2024-01-01"}', "a file named by words",
      rename={C[1]: "430100-changsha/policy.yaml"})
fault("file-name-old", WUHAI, "P0330", 'in_force: {from: "2023-01-01"}', '§in_force: {from: "2023-01-01"}', "a file named by another day",
      rename={WUHAI[1]: "150300-wuhai/2022-12-20.yaml"})
fault("folder-of-another-region", E, "P0331", 'region: "110000"', 'region: §"110000"', "a file in the folder of another region",
      rename={E[1]: "120000-tianjin/2024-01-01.yaml"})
fault("region-swapped", WUHAI, "P0331", 'region: "150300"', 'region: §"150400"', "the code of the neighbouring city")
fault("versions-overlap", BEFORE, "P0332", 'to: "2023-12-31"', 'to: "2024-03-31"', "the old version ends three months late",
      at="§in_force", at_file=REFORM[1])
fault("versions-open-end", BEFORE, "P0332", ', to: "2023-12-31"', "", "the old version was not given a last day", at="§in_force", at_file=REFORM[1])
fault("versions-gap", BEFORE, "P0333", 'to: "2023-12-31"', 'to: "2023-12-30"', "a day between two versions without rules", at="§in_force", at_file=REFORM[1])
fault("versions-gap-late", REFORM, "P0333", 'in_force: {from: "2024-01-01"}', '§in_force: {from: "2024-02-01"}', "the new version begins a month late",
      rename={REFORM[1]: "120000-tianjin/2024-02-01.yaml"})
fault("parent-missing", WUHAI, "P0334", 'inherits: "150000"', 'inherits: §"150000"', "the parent's files are not there",
      drop=[MONGOLIA[1]])
fault("parent-missing-chinese", C, "P0334", '统筹地区: "430100"', '统筹地区: "430100"\n上级: §"430000"', "a parent that has no file")
fault("parent-later", WUHAI, "P0335", 'in_force: {from: "2023-01-01"}\ninherits: "150000"', 'in_force: {from: "2022-01-01"}\ninherits: §"150000"',
      "the region begins a year before its parent", rename={WUHAI[1]: "150300-wuhai/2022-01-01.yaml"})
fault("parent-ended", MONGOLIA, "P0335", 'in_force: {from: "2023-01-01"}', 'in_force: {from: "2023-01-01", to: "2023-12-31"}',
      "the parent ends and the region does not", at='inherits: §"150000"', at_file=WUHAI[1])
fault("parent-loop", MONGOLIA, "P0336", 'inherits: "100000"', 'inherits: §"150300"', "a region that inherits from its child")
fault("parent-itself", WUHAI, "P0336", 'inherits: "150000"', 'inherits: §"150300"', "a region that inherits from itself")
fault("unknown-region", BEFORE, "P0337", 'region: "120000"', 'region: §"120001"', "a code that no region has",
      rename={BEFORE[1]: "120001-nowhere/2023-01-01.yaml"}, drop=[REFORM[1]])
fault("unknown-region-chinese", C, "P0337", '统筹地区: "430100"', '统筹地区: §"439100"', "two digits exchanged",
      rename={C[1]: "439100-changsha/2024-01-01.yaml"})

# Changes and open questions

fault("change-path-missing", REFORM, "P0338", "at: caps.clinic_year.amount", "at: §caps.clinic.amount", "a cap that the version before does not have")
fault("change-path-layer", REFORM, "P0338", "at: plans.resident_outpatient.layers.clinic.ratio", "at: §plans.resident_outpatient.layers.pool.ratio",
      "a layer that the version before does not have")
fault("change-path-misspelled", REFORM, "P0338", "at: caps.clinic_year.amount", "at: §cap.clinic_year.amount", "a misspelled section in a path")
fault("change-was-differs", REFORM, "P0339", "was: 4500", "was: §4000", "another old value than the version before has")
fault("change-was-ratio", REFORM, "P0339", "was: 55%", "was: §50%", "another old ratio than the version before has")
fault("change-of-a-section", REFORM, "P0339", "at: caps.clinic_year.amount, was: 4500", "at: caps.clinic_year, was: §4500", "a path to a mapping instead of its value")
fault("change-without-base", REFORM, "P0340", "changes:\n", "§changes:\n", "a version of changes without one before it", drop=[BEFORE[1]])
fault("open-question-path", E, "P0343", "at: plans.employee_outpatient.layers.clinic.ratio.counted", "at: §plans.employee_outpatient.layers.pool.ratio.counted",
      "an open question about a layer that is not there")
fault("open-question-misspelled", WUHAI, "P0343", "    source: 乌68号 第四条\n",
      "    source: 乌68号 第四条\nopen_questions:\n  - {at: §caps.pool_year, question: 限额是多少, assumed: 没有, otherwise: 有}\n",
      "an open question about a cap that is not there")

# What a plan cannot combine, and sizes that no real rules have

fault("cause-twice", E, "P0356", "pays_from: [deductible, ratio_share, over_cap]", "pays_from: [deductible, ratio_share, over_cap, §ratio_share]",
      "a part that is paid twice")
fault("cause-of-layer-and-of-all", E, "P0356", "pays_from: [pool.ratio_share]", "pays_from: [ratio_share, §pool.ratio_share]",
      "a layer's part is in that of all layers")
fault("condition-by-occurrence", E, "P0357", "        for: {person: retired}\n        fund: supplement",
      "        for: {person: retired, occurrence: §2+}\n        fund: supplement", "a layer for later stays only")
fault("too-many-classes", E, "P0358", "  county_hospital:\n", "".join(
      f"  class_{n}: {{of: hospital_level, is: tertiary, title: 第{n}类, members: {{attribute: kind, equals: k{n}}}}}\n" for n in range(70))
      + "  county_hospital:\n", "more classes than a dimension can have", at='region: §"110000"')
fault("counted-in-two-ways", E, "P0359", "          counted_within: all\n          ceiling: {account: inpatient_deductibles, amount: 2600}\n",
      "          counted_within: class\n          ceiling: {account: inpatient_deductibles, amount: {by: occurrence, cases: {1: 2600, 2+: 2600}}}\n",
      "stays counted by class in one layer and by level in another", at="  §employee_inpatient:\n",
      also={"110000-beijing/2024-01-01.yaml": [(
          "        fund: large_amount\n        pays_from: pool.over_cap\n",
          "        fund: large_amount\n        pays_from: pool.over_cap\n        deductible: {per: each_settlement, counted_within: parent_level, "
          "amount: {by: occurrence, cases: {1: 100, 2+: 50}}, source: 待遇表 大额}\n")]})
fault("cumulative-yearly-deductible", E, "P0360", "      per: each_settlement\n      amount: {by: hardship, cases: {none: 30404",
      "      §per: year\n      account: major_charged\n      amount: {by: hardship, cases: {none: 30404", "a yearly deductible in a layer that adds up by itself")
fault("table-of-450-ages", E, "P0361", "amount: {by: person, cases: {employed: 400000, retired: 450000}}",
      "amount: {by: age, cases: §{" + ", ".join(f"{n}: 400000" for n in range(449)) + ", 449+: 400000}}", "a case for each age up to 449")

