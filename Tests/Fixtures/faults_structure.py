"""Faults in how the parts of a set fit together: what nothing uses, what nothing covers, what is out of date."""

from faults_kind import ADDITIONS, ANCESTOR, CHINESE, ENGLISH, FILING, HEIR, MONGOLIA, NATIONAL, REFORM, WUHAI, fault

E, Z, A = ENGLISH, CHINESE, ADDITIONS

# What nothing uses

fault("source-uncited", E, "P0450", '    read: "2024-01-05"\n', '    read: "2024-01-05"\n  §旧办法: {title: 已经废止的办法, number: 测医保发〔2019〕7号, basis: official}\n', "a document that nothing cites")
fault("source-uncited-chinese", Z, "P0450", "    性质: 官方\n", "    性质: 官方\n  §附件: {名称: 办法的附件, 文号: 长医保发〔2023〕2号, 性质: 官方}\n", "a document that nothing cites")
fault("source-uncited-in-changes", REFORM, "P0450", "    basis: official\nchanges:", "    basis: official\n  §津21号: {title: 另一个通知, number: 测津发〔2023〕21号, basis: official}\nchanges:",
      "a document that none of the changes cites")
fault("class-without-case", E, "P0451", "            county_hospital: [88%, 93%, 97%]\n", "", "the only case of a class forgotten", at="  §county_hospital:\n    of:")
fault("class-without-case-chinese", Z, "P0451", "              省部属三级: {1: 2000, 2+: 1000}\n", "", "the only case of a class forgotten", at="  §省部属三级:\n    维度")
fault("attribute-unused", HEIR, "P0452", "{by: [disease, band], cases: {M03900: {high: 80%, low: 70%}, M08300: {any: 90%}}}", "{by: disease, cases: {M03900: 80%, M08300: 90%}}",
      "the table that went by the attribute does not any more", at="  §band: {title")
fault("attribute-unused-number", A, "P0452", "  treatment:\n    title: 治疗类型\n", "  §children: {title: 子女数, kind: number}\n  treatment:\n    title: 治疗类型\n", "an attribute that no rule asks for")
fault("cap-unused", E, "P0453", "        caps: [resident_month]\n", "", "the layer does not name its cap", at="  §resident_month:\n    title")
fault("cap-unused-chinese", Z, "P0453", "        限额: [统筹年度]\n", "", "the layer does not name its cap", at="  §统筹年度:\n    名称")
fault("shared-layer-unused", E, "P0454", "      - use: major_illness\n", "", "no plan has the shared layer", at="  §major_illness:\n    title")
fault("parameter-unused", A, "P0455", "parameters:\n", "parameters:\n  §lowest_wage: {title: 最低工资, amount: 2490, source: 杭1号 第三条}\n", "an amount that nothing is a share of")
fault("disease-group-empty", A, "P0456", "    class_2: {title: 二类}\n", "    class_2: {title: 二类}\n    §class_3: {title: 三类}\n", "a group without diseases")
fault("disease-group-unused", HEIR, "P0456", '  list:\n    "M03900": {title: 高血压病}', '  groups:\n    §class_9: {title: 九类}\n  list:\n    "M03900": {title: 高血压病, group: class_9}',
      "a group that no table goes by")
fault("account-never-read", A, "P0457", "          columns: [to 800, above]\n          value: [55%, 45%]\n", "          value: 55%\n", "columns taken away, their account left", at="account: §drugs_cycle")
fault("occurrences-unasked", E, "P0458", "amount: {by: occurrence, cases: {1: 1300, 2+: 650}}", "amount: 1300", "one deductible for all stays, and an account that counts them",
      at="occurrence_account: §inpatient_stays")
fault("cap-lifted-for-all", E, "P0459", "amount: {by: person, cases: {employed: 400000, retired: 450000}}", "amount: unlimited", "a cap that limits nobody", at="  §large_year:\n    title")

# What nothing covers

fault("plan-gap-visit", E, "P0460", "  resident_outpatient:\n    for: {insurance: resident, visit: outpatient}\n    reason: 居民门诊的规定尚未查明\n", "",
      "residents have no plan for a visit that employees have", at="  §resident_inpatient:\n    title")
fault("plan-gap-person-chinese", Z, "P0460", "    对象: {险种: 居民, 就医类别: 住院}\n", "    对象: {险种: 居民, 就医类别: 住院, 人员: 成年/老年}\n", "the plan leaves out children",
      at="  §居民住院:\n    名称")
fault("plan-gap-disease", A, "P0460", "disease: class_2/M08300/052000}", "disease: class_2/M08300}", "no plan for one disease of the list", at="  §resident_drugs:\n    title")
fault("plan-gap-after-class", E, "P0460", "    for: {visit: pharmacy}\n", "    for: {visit: pharmacy, person: employed/minor/adult/elderly}\n", "a refusal that leaves out the retired",
      at="  §employee_inpatient:\n    title")

# What is out of date

fault("parent-is-draft", MONGOLIA, "P0461", 'in_force: {from: "2023-01-01"}\n', 'in_force: {from: "2023-01-01"}\nstatus: draft\n', "the rules above are a draft",
      at_file=WUHAI[1], at='inherits: §"150000"')
fault("grandparent-is-draft", NATIONAL, "P0461", 'in_force: {from: "2022-06-30"}\n', 'in_force: {from: "2022-06-30"}\nstatus: draft\n', "the rules two levels above are a draft",
      at_file=WUHAI[1], at='inherits: §"150000"')
fault("province-bypassed", WUHAI, "P0479", 'inherits: "150000"', 'inherits: §"100000"', "the rules of the nation, past those of the province")
fault("review-due-chinese", Z, "P0462", '印发: "2023-12-20"\n', '印发: "2023-12-20"\n复核期限: §"2025-06-30"\n', "a trial rule whose review is past")
fault("review-due-in-changes", REFORM, "P0462", 'in_force: {from: "2024-01-01"}\n', 'in_force: {from: "2024-01-01"}\nreview_by: §"2025-12-31"\n', "a review that was due the day before")

# Diseases

fault("disease-unknown", ANCESTOR, "P0463", '"M01600": {title: 糖尿病}', '§"M01660": {title: 糖尿病}', "two digits of a code exchanged")
fault("direct-disease-unknown", FILING, "P0463", '{list: ["M03900", "M01600"]', '{list: §["M03900", "M01660"]', "a code that does not exist")
fault("disease-misnamed", ANCESTOR, "P0464", '"M01600": {title: 糖尿病}', '§"M01200": {title: 糖尿病}', "the code of another disease")
fault("disease-under-two-codes", ANCESTOR, "P0465", '"M01600": {title: 糖尿病}', '"M01600": {title: 糖尿病}\n    §"M01609": {title: 糖尿病}', "one disease under two codes")
fault("direct-disease-unlisted", FILING, "P0466", "filing:\n", 'diseases:\n  list:\n    "M03900": {title: 高血压病}\n  source: 连1号 附件\nfiling:\n', "settled directly elsewhere, and not on the list",
      at='direct_diseases: {list: §["M03900", "M01600"]')
