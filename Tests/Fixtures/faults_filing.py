"""Faults in filing rules, stays across years and refunds."""

from faults_kind import ADDITIONS, CHINESE_FILING, ENGLISH, FILING, FILING_HEIR, NEW_FILING, fault as add

F, Z = FILING, CHINESE_FILING


def fault(name, base, code, old, new, why, **more):
    # The changes are read with the whole file; they are left out where the version before is at fault.
    if base is FILING:
        more.setdefault("drop", [NEW_FILING[1]])
    add(name, base, code, old, new, why, **more)


# Keys

fault("filing-misspelled", F, "F0201", "\nfiling:\n", "\n§filings:\n", "the field of a claim instead of the section", most_findings=4)
fault("filing-key-chinese", F, "F0204", "\nfiling:\n", "\n§备案:\n", "a Chinese key in an English file", most_findings=4)
fault("filing-other-words-chinese", Z, "F0201", "\n备案:\n", "\n§异地备案:\n", "another word for the section", most_findings=4)
fault("filing-key-english", Z, "F0204", "  急诊抢救: {未备案", "  §emergency: {未备案", "an English key in a Chinese file")
fault("needed-misspelled", F, "F0201", "  needed:\n", "  §need:\n", "`need` instead of `needed`")
fault("kinds-misspelled", F, "F0201", "  kinds:\n", "  §kind:\n", "`kind` instead of `kinds`")
fault("kind-of-filing-unknown", F, "F0201", "    temporary: {sub_kinds", "    §emergency: {sub_kinds", "an emergency is no kind of filing")
fault("kind-of-filing-chinese", Z, "F0201", "    临时外出: {有效期", "    §其他临时外出就医: {有效期", "the standing's word instead of the kind's")
fault("sub-kinds-misspelled", F, "F0201", "      sub_kinds: [retired", "      §sub_kind: [retired", "the field of a claim instead of the key")
fault("lasts-misspelled", F, "F0201", "      lasts: {at_least", "      §last: {at_least", "`last` instead of `lasts`")
fault("validity-key-misspelled", F, "F0201", "{at_least_months: 3}", "{§least_months: 3}", "`least_months` instead of `at_least_months`")
fault("validity-in-days", F, "F0201", "{months: 12}", "{§days: 365}", "days instead of months")
fault("change-misspelled", F, "F0201", "      change: {blocked", "      §changes: {blocked", "`changes` instead of `change`")
fault("blocked-misspelled", F, "F0201", "{blocked_months: 6,", "{§blocked_for: 6,", "another word for `blocked_months`")
fault("sooner-misspelled", Z, "F0201", "补材料提前: 不允许", "§补齐材料提前: 不允许", "another word for `补材料提前`")
fault("change-of-filings-misspelled", F, "F0201", "sooner_with_papers: allowed}", "sooner_with_papers: allowed, §filings: promised}", "another word for `of`")
fault("ended-by-misspelled", F, "F0201", "  ended_by: {", "  §ends_by: {", "another word for `ended_by`")
fault("change-of-misspelled", F, "F0201", "change_of: [employer", "§changes_of: [employer", "another word for `change_of`")
fault("scope-capital-misspelled", F, "F0201", "provincial_level_and_capital: linked", "§provincial_level: linked", "a shortened key")
fault("stays-key", F, "F0201", "stays: {covered:", "stays: {§covers:", "another word for `covered`")
fault("late-key", F, "F0201", "before_discharge: filed,", "§during_stay: filed,", "another word for `before_discharge`")
fault("emergency-key-chinese", Z, "F0201", "急诊抢救: {未备案:", "急诊抢救: {§没有备案:", "another word for `未备案`")
fault("trauma-key", F, "F0201", "third_party: not_payable, no", "§liable: not_payable, no", "another word for `third_party`")
fault("back-home-key", Z, "F0201", "回参保地: {按: 本地, 补齐材料前: 未备案}", "回参保地: {按: 本地, §补材料前: 未备案}", "a shortened key")
fault("catalogue-key", F, "F0201", "manual: home,", "§reimbursed: home,", "another word for `manual`")
fault("direct-diseases-key", F, "F0201", "{list: [", "{§codes: [", "another word for `list`")
fault("outside-key", F, "F0201", "{in_stay: merged", "{§during_stay: merged", "another word for `in_stay`")
fault("stay-across-years-misspelled", F, "F0201", "\nstay_across_years:", "\n§stays_across_years:", "a plural")
fault("settled-misspelled", F, "F0201", "{settled: by_days", "{§settle: by_days", "`settle` instead of `settled`")
fault("refunds-misspelled", F, "F0201", "\nrefunds:", "\n§refund:", "a singular")
fault("refund-visits-misspelled", F, "F0201", "{visits: [outpatient, chronic]", "{§visit: [outpatient, chronic]", "a singular")
fault("refund-allows-misspelled", Z, "F0201", "允许: [末笔", "§准许: [末笔", "another word for `允许`")
fault("channel-of-filing-chinese", Z, "F0201", "  结算渠道: 均可\n", "  §渠道: 均可\n", "a shortened key")
fault("filing-in-a-plan", ENGLISH, "F0201", "    title: 职工住院\n", "    title: 职工住院\n    §filing: {scope: {area: pooling_region}}\n", "filing rules of one plan")

# Words

fault("need-yes", F, "F0206", "        inpatient: needed\n", "        inpatient: §required\n", "another word for `needed`")
fault("need-truth-value", F, "F0207", "        inpatient: needed\n", "        inpatient: §yes\n", "a truth value instead of a word")
fault("need-number", F, "F0206", "        inpatient: needed\n", "        inpatient: §1\n", "a number instead of a word")
fault("need-word-chinese", Z, "F0206", "省内异地: 不需要", "省内异地: §不用", "another word for `不需要`")
fault("need-other-language", Z, "F0204", "跨省异地: 需要", "跨省异地: §needed", "an English word in a Chinese file")
fault("sub-kind-word", F, "F0206", "long_term_resident, posted]", "long_term_resident, §student]", "a kind of person that does not exist")
fault("sub-kind-other-language", F, "F0204", "sub_kinds: [other]", "sub_kinds: [§其他人员]", "a Chinese word in an English file")
fault("lasts-word", F, "F0206", "lasts: chosen", "lasts: §unlimited", "another word for `open`")
fault("lasts-number", F, "F0206", "lasts: chosen", "lasts: §12", "a number without its key")
fault("lasts-word-chinese", Z, "F0206", "有效期: 长期", "有效期: §长期有效", "another word for `长期`")
fault("lasts-other-language", F, "F0204", "lasts: chosen", "lasts: §自选", "a Chinese word in an English file")
fault("sooner-truth-value", F, "F0207", "sooner_with_papers: allowed", "sooner_with_papers: §yes", "a truth value instead of a word")
fault("change-of-filings-word", F, "F0206", "sooner_with_papers: allowed}", "sooner_with_papers: allowed, of: §promise}", "a shortened word")
fault("change-of-filings-other-language", F, "F0204", "sooner_with_papers: allowed}", "sooner_with_papers: allowed, of: §承诺制备案}", "a Chinese word in an English file")
fault("change-of-filings-word-chinese", Z, "F0206", "补材料提前: 不允许}", "补材料提前: 不允许, 对象: §承诺制}", "a shortened word")
fault("refiling-word", F, "F0206", "refiling: same_kind", "refiling: §all", "another word for `any_kind`")
fault("change-of-word", F, "F0206", "[employer, insurance]", "[employer, §address]", "a change that does not end a filing")
fault("area-word", F, "F0206", "area: pooling_region_or_province", "area: §province", "a shortened word")
fault("area-region-code", F, "F0206", "area: pooling_region_or_province", 'area: §"210000"', "a code instead of a word")
fault("linked-word", F, "F0206", "provincial_level_and_capital: linked", "provincial_level_and_capital: §together", "another word for `linked`")
fault("covered-word-chinese", Z, "F0206", "覆盖: 限有效期内", "覆盖: §有效期内", "a shortened word")
fault("late-before-word", F, "F0206", "before_discharge: filed", "before_discharge: §not_filed", "what only filings after discharge can be")
fault("late-after-word", F, "F0206", "after_discharge: late", "after_discharge: §filed", "what only filings before discharge can be")
fault("late-agreed-word", F, "F0206", "after_discharge: late", "after_discharge: §late_agreed", "what follows from the bureau's consent")
fault("emergency-word", F, "F0206", "without_filing: deemed_filed", "without_filing: §filed", "a shortened word")
fault("trauma-word", F, "F0206", "third_party: not_payable, no", "third_party: §with_commitment, no", "a word of the other key")
fault("no-third-party-word", F, "F0206", "no_third_party: with_commitment", "no_third_party: §not_payable", "a word of the other key")
fault("back-home-word", F, "F0206", "back_home: {as: long_term", "back_home: {as: §not_payable", "what only missing papers lead to")
fault("until-papers-word", Z, "F0206", "补齐材料前: 未备案", "补齐材料前: §不支付", "another word for `不予支付`")
fault("channel-word", F, "F0206", "      filed: either\n", "      filed: §direct\n", "there is no visit that can be settled directly only")
fault("channel-word-chinese", Z, "F0206", "结算渠道: 均可", "结算渠道: §直接结算", "there is no visit that can be settled directly only")
fault("catalogue-word", F, "F0206", "direct: treatment", "direct: §insurance", "another word for `home`")
fault("outside-word", F, "F0206", "in_stay: merged", "in_stay: §separate", "another word for `apart`")
fault("standing-word", F, "F0206", "not_filed: unfiled}", "not_filed: §not_filed}", "how it was filed instead of the standing")
fault("standing-not-payable", F, "F0206", "not_filed: unfiled}", "not_filed: §not_payable}", "what only injuries and papers lead to")
fault("standing-other-language", Z, "F0204", "{任意: 异地转诊}", "{任意: §referral}", "an English word in a Chinese file")
fault("settled-word", F, "F0206", "settled: by_days", "settled: §split", "another word for `by_days`")
fault("settled-word-chinese", Z, "F0206", "{结算: 整笔", "{结算: §一次", "another word for `整笔`")
fault("deductible-charging-word", F, "F0206", "deductible: once", "deductible: §each", "a shortened word")
fault("deductible-charging-amount", F, "F0206", "deductible: once", "deductible: §1000", "an amount instead of how often")
fault("counts-in-word", F, "F0206", "counts_in: first_year", "counts_in: §both", "another word for `each_year`")
fault("refund-visit-word", F, "F0206", "{visits: [outpatient, chronic]", "{visits: [§clinic, chronic]", "a kind of visit that does not exist")
fault("refund-circumstance-word", F, "F0206", "allows: [last, earlier", "allows: [last, §any", "a circumstance that does not exist")
fault("refund-circumstance-other-language", Z, "F0204", "允许: [末笔,", "允许: [§last,", "an English word in a Chinese file")

# What has to be there

fault("filing-without-needed", F, "F0202", "filing:\n  needed:\n    by: [distance, visit]\n    cases:\n      in_province: {any: not_needed}\n      cross_province:\n"
      "        inpatient: needed\n        outpatient/pharmacy: not_needed\n        chronic: needed\n    source: 连1号 第一条\n  kinds:", "filing:\n  §kinds:", "filing rules that do not say what is filed")
fault("filing-without-kinds", Z, "F0202", "  备案类别:\n    异地长期居住:\n      人员: [异地安置退休人员, 常驻异地工作人员]\n      有效期: 长期\n      变更: {限制月数: 3, 补材料提前: 不允许}\n"
      "    临时外出: {有效期: {月数: 6}, 依据: 成1号 第二条}\n", "", "filing rules without kinds", at="  §依据: 成1号 第一条\n")
fault("filing-without-scope", F, "F0202", "  scope: {area: pooling_region_or_province, provincial_level_and_capital: linked, source: 连1号 第六条}\n", "", "filing rules that do not say where a filing holds",
      at="  §needed:\n")
fault("filing-without-standing", Z, "F0202", "  备案类型:\n    按: [就医事由, 备案情况]\n    各档:\n      异地长期居住: {任意: 异地长期居住}\n      异地转诊: {任意: 异地转诊}\n"
      "      异地急诊抢救: {任意: 异地急诊抢救}\n      临时外出: {已备案: 其他临时外出就医, 补办/经同意补办/未备案: 未备案}\n", "", "filing rules that lead to no standing",
      at="  §依据: 成1号 第一条\n")
fault("scope-without-area", F, "F0202", "scope: {area: pooling_region_or_province, provincial", "scope: {§provincial", "a scope that does not say how far a filing reaches")
fault("kind-without-lasts", F, "F0202", "referral: {lasts: {months: 12}, source", "referral: {§source", "a kind of filing that does not say how long it holds")
fault("change-without-months", F, "F0202", "change: {blocked_months: 6, sooner", "change: {§sooner", "a limit of changes without its months")
fault("chronic-without-number", F, "F0202", "chronic: {institutions_at_most: 5, source", "chronic: {§source", "a limit of institutions without its number")
fault("late-without-before", F, "F0202", "late: {before_discharge: filed, after", "late: {§after", "nothing about filings made during the visit")
fault("late-without-after", Z, "F0202", "补办: {出院前: 视为补办, 出院后: 不予补办}", "补办: {§出院前: 视为补办}", "nothing about filings made after discharge")
fault("trauma-without-third-party", Z, "F0202", "外伤: {有第三方责任: 支付, 无", "外伤: {§无", "nothing about liable third parties")
fault("trauma-without-no-third-party", F, "F0202", "trauma: {third_party: not_payable, no_third_party: with_commitment, source", "trauma: {§third_party: not_payable, source", "nothing about injuries without a third party")
fault("back-home-without-as", F, "F0202", "back_home: {as: long_term, until", "back_home: {§until", "papers without the standing that they lead to")
fault("catalogue-without-manual", F, "F0202", "{direct: treatment, manual: home, source", "{§direct: treatment, source", "one channel without its catalogue")
fault("catalogue-without-direct", Z, "F0202", "目录: {直接结算: 就医地, 手工报销: 就医地}", "目录: {§手工报销: 就医地}", "one channel without its catalogue")
fault("stay-without-settled", F, "F0202", "{settled: by_days, deductible", "{§deductible", "a stay across years that is not said how to settle", most_findings=4)
fault("refunds-without-visits", F, "F0202", "{visits: [outpatient, chronic], allows", "{§allows", "refunds of no kind of visit")
fault("refunds-without-allows", Z, "F0202", "{就医类别: [普通门诊], 允许: [末笔, 清算后], 依据", "{§就医类别: [普通门诊], 依据", "refunds in no circumstance")
fault("filing-empty", F, "F0205", "  stays: {covered: to_their_end, source: 连1号 第八条}\n", "  §stays:\n", "a key with nothing after it")
fault("lasts-empty", Z, "F0205", "      有效期: 长期\n", "      §有效期:\n", "a key with nothing after it")
fault("no-kind-of-filing", F, "P0382", "    long_term:\n      sub_kinds: [retired_settled, long_term_resident, posted]\n      lasts: {at_least_months: 3}\n      change: {blocked_months: 6, sooner_with_papers: allowed}\n"
      "      source: 连1号 第二条\n    referral: {lasts: {months: 12}, source: 连1号 第三条}\n    temporary: {sub_kinds: [other], lasts: chosen, source: 连1号 第四条}\n",
      "    source: 连1号 第二条\n", "kinds with nothing but a source", at="  §kinds:\n")
fault("no-kind-of-filing-chinese", Z, "P0382", "  备案类别:\n    异地长期居住:\n      人员: [异地安置退休人员, 常驻异地工作人员]\n      有效期: 长期\n      变更: {限制月数: 3, 补材料提前: 不允许}\n"
      "    临时外出: {有效期: {月数: 6}, 依据: 成1号 第二条}\n", "  §备案类别: {依据: 成1号 第二条}\n", "kinds with nothing but a source")

# Other kinds of values

fault("filing-list", Z, "F0203", "急诊抢救: {未备案: 不视同}", "急诊抢救: §[不视同]", "a list instead of a mapping")
fault("late-word-alone", F, "F0203", "late: {before_discharge: filed, after_discharge: late, source: 连1号 第九条}", "late: §filed", "one word for both")
fault("kinds-list", Z, "F0203", "  备案类别:\n    异地长期居住:\n      人员: [异地安置退休人员, 常驻异地工作人员]\n      有效期: 长期\n      变更: {限制月数: 3, 补材料提前: 不允许}\n"
      "    临时外出: {有效期: {月数: 6}, 依据: 成1号 第二条}\n", "  备案类别: §[异地长期居住, 临时外出]\n", "a list of kinds")
fault("kind-word-alone", F, "F0203", "referral: {lasts: {months: 12}, source: 连1号 第三条}", "referral: §open", "the validity alone")
fault("scope-word-alone", Z, "F0203", "范围: {就医地: 统筹地区, 省本级和省会: 分开}", "范围: §统筹地区", "a word instead of a mapping")
fault("sub-kinds-word-alone", F, "F0203", "sub_kinds: [other]", "sub_kinds: §other", "one kind of person without brackets")
fault("change-of-word-alone", Z, "F0203", "变化: [单位]", "变化: §单位", "one change without brackets")
fault("diseases-word-alone", F, "F0203", 'list: ["M03900", "M01600"]', 'list: §"M03900"', "one code without brackets")
fault("diseases-with-titles", F, "F0203", 'list: ["M03900", "M01600"]', 'list: §{"M03900": 高血压病}', "codes with their titles")
fault("refund-visits-alone", F, "F0203", "visits: [outpatient, chronic]", "visits: §outpatient", "one kind of visit without brackets")
fault("refund-allows-alone", F, "F0203", "allows: [last, earlier, across_years]", "allows: §last", "one circumstance without brackets")
fault("refund-allows-mapping", Z, "F0203", "允许: [末笔, 清算后]", "允许: §{末笔: 是, 清算后: 否}", "circumstances with answers")
fault("settled-alone", Z, "F0203", "跨年住院: {结算: 整笔, 依据: 成1号 第三条}", "跨年住院: §整笔", "a word instead of a mapping")
fault("lasts-list", F, "F0203", "lasts: {months: 12}", "lasts: §[12]", "a number in brackets")
fault("standing-list", F, "F0232", "emergency: {any: emergency}", "emergency: §[emergency]", "a list instead of the cases")
fault("until-papers-table", F, "F0203", "until_papers: not_payable", "until_papers: §{by: insurance, cases: {employee: not_payable, resident: local}}", "a table where one word is due")

# Numbers

fault("months-zero", F, "F0239", "{months: 12}", "{months: §0}", "a validity of no months")
fault("least-months-zero", F, "F0239", "{at_least_months: 3}", "{at_least_months: §0}", "a least validity of no months")
fault("blocked-months-zero", F, "F0239", "blocked_months: 6", "blocked_months: §0", "a limit of no months")
fault("months-negative", F, "F0239", "blocked_months: 6", "blocked_months: §-6", "a negative number")
fault("months-decimal", F, "F0239", "{at_least_months: 3}", "{at_least_months: §0.5}", "half a month")
fault("months-with-unit", Z, "F0239", "{月数: 6}", "{月数: §6个月}", "a number with its unit")
fault("months-word", F, "F0239", "{months: 12}", "{months: §twelve}", "a number in letters")
fault("months-large", F, "F0239", "{months: 12}", "{months: §12000}", "a thousand years")
fault("months-quoted", F, "F0224", "{months: 12}", '{months: §"12"}', "a number in quotes")
fault("months-leading-zero", Z, "F0228", "{限制月数: 3,", "{限制月数: §03,", "a leading zero")
fault("months-list", F, "F0203", "{months: 12}", "{months: §[12]}", "a number in brackets")
fault("months-empty", F, "F0205", "{months: 12}", "{§months: }", "no number after the key")
fault("both-months", F, "F0201", "{months: 12}", "{months: 12, §at_least_months: 3}", "a fixed and a least number of months")
fault("institutions-zero", F, "F0239", "institutions_at_most: 5", "institutions_at_most: §0", "no institution")
fault("institutions-quoted", Z, "F0224", "{机构数: 3}", '{机构数: §"3"}', "a number in quotes")
fault("institutions-unlimited", F, "F0239", "institutions_at_most: 5", "institutions_at_most: §unlimited", "a word of caps")

# Codes of diseases

fault("direct-disease-number", F, "F0221", '"M01600"]', "§1600]", "a code without its letter")
fault("direct-disease-name", F, "F0222", '"M01600"]', '§"糖尿病"]', "a name instead of a code")
fault("direct-disease-long", F, "F0222", '"M01600"]', '§"M016000000000"]', "a code that is too long")
fault("direct-diseases-empty", F, "F0235", 'list: ["M03900", "M01600"]', "§list: []", "an empty list")

fault("direct-disease-region-code", F, "F0221", '"M01600"]', "§052000]", "a code of digits without quotes")

# Lists

fault("sub-kinds-empty", F, "F0235", "sub_kinds: [other]", "§sub_kinds: []", "nobody may file")
fault("change-of-empty", F, "F0235", "change_of: [employer, insurance]", "§change_of: []", "no change")
fault("refund-visits-empty", Z, "F0235", "就医类别: [普通门诊]", "§就医类别: []", "no kind of visit")
fault("refund-allows-empty", F, "F0235", "allows: [last, earlier, across_years]", "§allows: []", "no circumstance")

# Tables

fault("needed-without-in-province", F, "P0305", "      in_province: {any: not_needed}\n", "", "nothing about places in the province", at="      §cross_province:\n")
fault("needed-without-a-visit", F, "P0305", "        chronic: needed\n", "", "nothing about chronic visits", at="        §inpatient: needed\n")
fault("needed-without-in-province-chinese", Z, "P0305", "      省内异地: 不需要\n", "", "nothing about places in the province", at="      §跨省异地: 需要\n")
fault("needed-at-home", F, "P0306", "      in_province: {any: not_needed}\n", "      §local: {any: not_needed}\n      in_province: {any: not_needed}\n", "filing is never asked about at home")
fault("needed-by-hospital-word", F, "P0304", "outpatient/pharmacy: not_needed", "§outpatient/clinic: not_needed", "a kind of visit that does not exist", most_findings=4)
fault("needed-by-reason", F, "F0233", "by: [distance, visit]", "by: [§motive, visit]", "a dimension that does not exist")
fault("standing-without-late-agreed", F, "P0305", "        late_agreed/not_filed: temporary\n", "        not_filed: temporary\n", "nothing about late filings that the bureau agreed to", at="        §filed/late: referral\n")
fault("standing-without-emergency", F, "P0305", "      emergency: {any: emergency}\n", "", "nothing about emergencies", at="    cases:\n      §long_term: {any: long_term}")
fault("standing-without-not-filed-chinese", Z, "P0305", "补办/经同意补办/未备案: 未备案}", "补办/经同意补办: 未备案}", "nothing about persons who did not file", at="临时外出: §{已备案")
fault("standing-local-reason", F, "P0304", "      long_term: {any: long_term}\n", "      long_term: {any: long_term}\n      §local: {any: local}\n", "being at home is no reason")
fault("standing-filed-word", F, "P0304", "not_filed: unfiled}", "§unfiled: unfiled}", "the standing instead of how it was filed", most_findings=4)
fault("standing-one-dimension-short", F, "F0232", "      emergency: {any: emergency}\n", "      emergency: §emergency\n", "no cases of how it was filed")
fault("standing-word-alone", F, "F0201", "      long_term: {any: long_term}\n", "      long_term: {any: {§long_term: 1}}\n", "a mapping instead of a word", most_findings=3)
fault("standing-case-overlaps", F, "F0231", "        late_agreed/not_filed: temporary\n", "        §late/late_agreed/not_filed: temporary\n", "late filings in two cases")
fault("standing-any-beside", F, "F0230", "emergency: {any: emergency}", "emergency: {filed: emergency, §any: temporary}", "`any` beside another case")
fault("standing-dimension-twice", F, "F0234", "by: [reason, filed]", "by: [reason, §reason]", "a dimension twice", most_findings=6)
fault("channel-incomplete", F, "P0305", "      late/late_agreed/not_filed: manual\n", "      late/not_filed: manual\n", "nothing about late filings that the bureau agreed to", at="      §filed: either\n")
fault("channel-case-twice", F, "Y0106", "      filed: either\n", "      filed: either\n      §filed: manual\n", "a case twice")
fault("channel-without-cases", F, "F0202", "    by: filed\n    cases:\n      filed: either\n      late/late_agreed/not_filed: manual\n", "    §by: filed\n", "a table without cases")
fault("channel-without-by", F, "F0202", "    by: filed\n    cases:\n      filed: either\n", "    §cases:\n      filed: either\n", "cases without what they go by")
fault("reason-in-a-plan", ENGLISH, "F0233", "ratio: {by: person, cases: {employed: 84%, retired: 94%}", "ratio: {by: §reason, cases: {emergency: 84%, long_term/referral/temporary: 94%}", "the reason of a visit in a table of benefits")
fault("filed-in-a-plan", ENGLISH, "F0233", "amount: {by: person, cases: {employed: 400000, retired: 450000}}", "amount: {by: §filed, cases: {filed: 400000, late/late_agreed/not_filed: 450000}}",
      "whether it was filed in a cap")
fault("filed-in-a-condition", ENGLISH, "F0233", "{for: {person: retired}, self_pay_times", "{for: {§filed: late}, self_pay_times", "whether it was filed in a condition")
fault("reason-in-non-local", ENGLISH, "F0233", "  by: standing\n  cases:\n    local/exempt/long_term: as_at_home\n", "  by: §reason\n  cases:\n    local/exempt/long_term: as_at_home\n", "the reason instead of the standing")
fault("attribute-named-reason", ADDITIONS, "P0376", "  treatment:\n    title: 治疗类型", "  §reason: {title: 就医原因, kind: number}\n  treatment:\n    title: 治疗类型", "an attribute with the name of a dimension")
fault("attribute-named-filed", ADDITIONS, "P0376", "  treatment:\n    title: 治疗类型", "  §filed: {title: 是否备案, kind: number}\n  treatment:\n    title: 治疗类型", "an attribute with the name of a dimension")
fault("attribute-named-reason-chinese", F, "P0376", "  work: {title: 用工形式", "  §就医事由: {title: 就医事由, kind: number}\n  work: {title: 用工形式", "an attribute with the Chinese name of a dimension")

fault("channel-without-an-age", FILING_HEIR, "P0305", "{0..59: manual, 60+: either}", "§{0..59: manual, 61+: either}", "nothing about sixty years")
fault("channel-ages-overlap", FILING_HEIR, "F0231", "{0..59: manual, 60+: either}", "{0..59: manual, §59+: either}", "an age in two cases")
fault("needed-unknown-attribute-value", FILING_HEIR, "P0304", "flexible: needed}", "flexible: needed, §retired: not_needed}", "a value that the attribute does not have")
fault("needed-unknown-attribute", FILING_HEIR, "F0233", "by: [insurance, work]", "by: [insurance, §employment]", "an attribute that is not defined")
fault("needed-without-insurance", FILING_HEIR, "P0305", "      resident: {any: needed}\n", "", "nothing about residents", at="      §employee: {regular")

# A section replaces that of the parent as a whole

fault("heir-without-kinds", FILING_HEIR, "F0202", "  kinds:\n    long_term:\n      lasts: open\n      change: {blocked_months: 1, of: promised, source: 哈1号 第四条}\n    source: 哈1号 第五条\n", "", "kinds that only the parent has",
      at="  §needed:\n")
fault("heir-without-scope", FILING_HEIR, "F0202", "  scope: {area: pooling_region, source: 哈1号 第六条}\n", "", "a scope that only the parent has", at="  §needed:\n")
fault("heir-without-visits", FILING_HEIR, "F0202", "refunds: {visits: [chronic], allows", "refunds: {§allows", "visits that only the parent has")
fault("heir-with-whole", FILING_HEIR, "P0383", "{settled: by_days, source", "{settled: whole, §counts_in: last_year, source", "a year to count in where there is only one")
fault("value-of-a-validity", FILING_HEIR, "F0201", "lasts: open", "lasts: {§value: open, source: 哈1号 第三条}", "a word with a source of its own")
fault("case-with-source", FILING_HEIR, "F0201", "flexible: needed}", "flexible: {§value: needed, source: 哈1号 第一条}}", "a case with a source of its own, but `value` for `is`", most_findings=3)

# Sources

fault("needed-without-source", F, "P0301", "        chronic: needed\n    source: 连1号 第一条\n", "        chronic: needed\n", "what is filed without a source", at="in_province: {any: §not_needed}", most_findings=5)
fault("kind-without-source", F, "P0301", "lasts: {months: 12}, source: 连1号 第三条", "lasts: {months: §12}", "a validity without a source")
fault("chosen-without-source", F, "P0301", "temporary: {sub_kinds: [other], lasts: chosen, source: 连1号 第四条}", "temporary: {lasts: §chosen}", "a validity without a source")
fault("sub-kinds-without-source", F, "P0301", "temporary: {sub_kinds: [other], lasts: chosen, source: 连1号 第四条}", "temporary: {sub_kinds: [§other], lasts: {months: 1, source: 连1号 第四条}}", "kinds of persons without a source")
fault("ended-by-without-source", F, "P0301", "{refiling: same_kind, change_of: [employer, insurance], source: 连1号 第五条}", "{refiling: §same_kind}", "an ending without a source")
fault("change-of-without-source", F, "P0301", "{refiling: same_kind, change_of: [employer, insurance], source: 连1号 第五条}", "{change_of: [§employer]}", "a change that ends filings without a source")
fault("scope-without-source", F, "P0301", "{area: pooling_region_or_province, provincial_level_and_capital: linked, source: 连1号 第六条}", "{area: §pooling_region}", "a scope without a source")
fault("chronic-without-source", F, "P0301", "{institutions_at_most: 5, source: 连1号 第七条}", "{institutions_at_most: §5}", "a number of institutions without a source")
fault("stays-without-source", F, "P0301", "{covered: to_their_end, source: 连1号 第八条}", "{covered: §to_their_end}", "stays without a source")
fault("late-without-source", F, "P0301", ", after_discharge: late, source: 连1号 第九条}", ", after_discharge: late}", "late filings without a source", at="before_discharge: §filed")
fault("emergency-without-source", F, "P0301", "{without_filing: deemed_filed, source: 连1号 第十条}", "{without_filing: §deemed_filed}", "emergencies without a source")
fault("trauma-without-source", F, "P0301", "no_third_party: with_commitment, source: 连1号 第十一条}", "no_third_party: with_commitment}", "injuries without a source", at="{third_party: §not_payable")
fault("back-home-without-source", F, "P0301", "{as: long_term, until_papers: not_payable, source: 连1号 第十二条}", "{as: §long_term}", "being back home without a source")
fault("channel-without-source", F, "P0301", "      late/late_agreed/not_filed: manual\n    source: 连1号 第十三条\n", "      late/late_agreed/not_filed: manual\n", "channels without a source", at="      filed: §either\n")
fault("catalogue-without-source", F, "P0301", "manual: home, source: 连1号 第十四条}", "manual: home}", "catalogues without a source", at="direct: §treatment")
fault("direct-diseases-without-source", F, "P0301", ', "M01600"], source: 连1号 第十五条}', "]}", "diseases without a source", at='list: [§"M03900"]')
fault("outside-without-source", F, "P0301", "{in_stay: merged, source: 连1号 第十六条}", "{in_stay: §merged}", "outside examinations without a source")
fault("standing-without-source", F, "P0301", "not_filed: unfiled}\n    source: 连1号 第十七条\n", "not_filed: unfiled}\n", "standings without a source", at="{any: §long_term}", most_findings=6)
fault("stay-without-source", Z, "P0301", "跨年住院: {结算: 整笔, 依据: 成1号 第三条}", "跨年住院: {结算: §整笔}", "stays across years without a source")
fault("refunds-without-source", F, "P0301", "{visits: [outpatient, chronic], allows: [last, earlier, across_years], source: 连1号 第十九条}", "{visits: [§outpatient], allows: [last]}", "refunds without a source")
fault("filing-source-unknown", F, "P0302", "deemed_filed, source: 连1号 第十条}", "deemed_filed, source: §连3号 第十条}", "a source that the file does not list")
fault("filing-source-without-clause", F, "P0303", "deemed_filed, source: 连1号 第十条}", "deemed_filed, source: §连1号}", "a source without its clause")

# Stays across years

fault("deductible-with-whole", F, "P0383", "{settled: by_days, deductible: once, counts_in: first_year,", "{settled: whole, §deductible: once,", "a deductible of parts where there are none")
fault("counts-in-with-whole", F, "P0383", "{settled: by_days, deductible: once, counts_in: first_year,", "{settled: whole, §counts_in: each_year,", "a year to count in where there is only one")
fault("deductible-with-whole-chinese", Z, "P0383", "{结算: 整笔, 依据", "{结算: 整笔, §起付标准: 每年, 依据", "a deductible of parts where there are none")
fault("counts-in-with-whole-chinese", Z, "P0383", "{结算: 整笔, 依据", "{结算: 整笔, §住院次数: 当年, 依据", "a year to count in where there is only one")

# Changes

C = NEW_FILING
fault("late-change-was", C, "P0339", "was: late, now: not_filed", "was: §filed, now: not_filed", "another word than the version before has")
fault("late-change-path", C, "P0338", "at: filing.late.after_discharge", "at: §filing.late.afterwards", "a key that the version before does not have")
fault("blocked-change-was", C, "P0339", "was: 6, now: 3", "was: §3, now: 6", "old and new exchanged")
fault("blocked-change-path", C, "P0338", "at: filing.kinds.long_term.change", "at: §filing.kinds.referral.change", "a limit that the version before does not have")
fault("counts-in-change-path", C, "P0338", "at: stay_across_years.counts_in", "at: §stays.counts_in", "a section that the version before does not have")

# Sections that say nothing

ENDING = "  ended_by: {refiling: same_kind, change_of: [employer, insurance], source: 连1号 第五条}"
fault("ended-by-empty", F, "F0235", ENDING, "  §ended_by: {}", "nothing that ends a filing")
fault("ended-by-source-alone", F, "F0235", ENDING, "  §ended_by: {source: 连1号 第五条}", "a source of nothing")
