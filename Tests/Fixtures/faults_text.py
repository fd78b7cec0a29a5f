"""Faults in the text of a file: encoding, characters, YAML."""

from faults_kind import BEFORE, CHINESE, ENGLISH, REFORM, WUHAI, fault

# Encoding and characters

fault("file-too-large", BEFORE, "Y0101", None, lambda text: "§" + text + ("# " + "x" * 8189 + "\n") * 129,
      "the file passes 1 MiB; the file as a whole is meant")
fault("title-in-gbk", ENGLISH, "Y0102", "title: 测试市基本医疗保险\n", "title: §\udcb2\udce2\udcca\udcd4\n",
      "a title saved in GBK; its first byte that is not UTF-8")
fault("half-a-character", CHINESE, "Y0102", "原因: 本市药店购药不支付", "原因: 本市§\udce8\udc8d 购药不支付",
      "a character that lost its last byte")
fault("latin-1-space", ENGLISH, "Y0102", "title: 职工住院\n", "title: 职工§\udca0住院\n", "a no-break space of Latin-1")
fault("byte-order-mark", ENGLISH, "Y0103", "# yaml-language-server", "\ufeff# yaml-language-server",
      "saved by an editor that writes a byte-order mark", at="§\ufeff# yaml")
fault("byte-order-mark-chinese", CHINESE, "Y0103", "# yaml-language-server", "\ufeff# yaml-language-server",
      "saved by an editor that writes a byte-order mark", at="§\ufeff# yaml")
fault("nul-in-title", ENGLISH, "Y0104", "title: 职工住院\n", "title: 职工§\0住院\n", "a NUL in a text")
fault("line-separator", ENGLISH, "Y0104", "reason: 本市药店购药不支付", "reason: 本市§\u2028药店购药不支付",
      "a line separator pasted from a web page")
fault("delete-character", ENGLISH, "Y0104", "issuer: 测试市医疗保障局", "issuer: 测试市§\x7f医疗保障局", "a DEL character")
fault("next-line-character", CHINESE, "Y0104", "名称: 省部属三级医院", "名称: 省部属§\x85三级医院", "U+0085 pasted into a text")
fault("form-feed", ENGLISH, "Y0104", "not_known:\n", "§\x0cnot_known:\n", "a page break before a section")
fault("mark-in-the-middle", ENGLISH, "Y0104", "plans:\n  employee_inpatient:", "plans:\n  §\ufeffemployee_inpatient:",
      "a byte-order mark inside the file, from two files put together")
fault("tab-indentation", ENGLISH, "Y0105", "    measures: paid\n    per: year\n    amount: 100000",
      "    measures: paid\n§\tper: year\n    amount: 100000", "a line indented by a tab")
fault("tab-after-colon", ENGLISH, "Y0105", "amount: 100000\n", "amount:§\t100000\n", "a tab between key and value")
fault("tab-in-brackets", ENGLISH, "Y0105", "visits: [inpatient]", "visits:§\t[inpatient]", "a tab before a list")
fault("tab-before-comment", CHINESE, "Y0105", "金额: 150000\n", "金额: 150000§\t# 元\n", "a tab before a comment")
fault("tab-chinese-indentation", CHINESE, "Y0105", "    文号: 长医保发〔2023〕1号", "§\t文号: 长医保发〔2023〕1号",
      "a line indented by a tab")

# Keys that are written twice

fault("section-twice", ENGLISH, "Y0106", "not_offered:\n", "not_known:\n", "one section heading written twice",
      at="\n§not_known:\n  pharmacy")
fault("amount-twice", ENGLISH, "Y0106", "    amount: 100000\n", "    amount: 100000\n    §amount: 120000\n",
      "the new amount was added, the old one not deleted")
fault("case-twice", ENGLISH, "Y0106", "            secondary: [87%, 92%, 97%]",
      "            secondary: [87%, 92%, 97%]\n            §secondary: [88%, 93%, 98%]", "one case written twice")
fault("case-twice-in-braces", ENGLISH, "Y0106", "{employed: 84%, retired: 94%}", "{employed: 84%, retired: 94%, §employed: 90%}",
      "one case written twice in braces")
fault("source-twice", ENGLISH, "Y0106", "  待遇表:\n", "  测1号:\n", "two documents under one short id", at="official\n  §测1号:", most_findings=12)
fault("plan-twice", ENGLISH, "Y0106", "  resident_inpatient:\n", "  employee_outpatient:\n",
      "a plan copied, its name not changed", at="§employee_outpatient:\n    title: 居民住院")
fault("key-twice-chinese", CHINESE, "Y0106", "    口径: 支付额\n", "    口径: 支付额\n    §口径: 含起付的费用\n", "one key written twice")

# Depth, aliases, documents, tags

fault("deep-brackets", ENGLISH, "Y0107", "issuer: 测试市医疗保障局", "issuer: " + "[" * 29 + "§" + "[" * 11 + "x" + "]" * 40,
      "40 lists inside each other in a document of sources (3 levels): the 33rd level")
fault("deep-mappings", REFORM, "Y0107", "title: 测试市居民医疗保险（2024）",
      "title:\n" + "".join(" " * (i + 1) + ("§" if i == 31 else "") + "a:\n" for i in range(40)) + " " * 41 + "b: x",
      "40 mappings inside each other under a top-level key: the 33rd level")
fault("alias-bomb", ENGLISH, "Y0108", "status: in_force",
      "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
      "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
      "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
      "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
      "e: &e [*d, *d, *d, §*d, *d, *d, *d, *d, *d, *d]",
      "aliases that multiply: 12330 nodes before the last list, 11111 for each alias in it, so the fourth passes 50000")
fault("anchor-loop", ENGLISH, "Y0109", "  测1号:\n    title: 测试市基本医疗保险办法\n    number: 测医保发〔2023〕1号\n    issuer: 测试市医疗保障局",
      "  测1号: &doc\n    title: 测试市基本医疗保险办法\n    number: 测医保发〔2023〕1号\n    issuer: §*doc", "an alias inside what it names")
fault("unknown-anchor", ENGLISH, "Y0110", "amount: 100000", "amount: §*limit", "an alias without its anchor")
fault("star-as-footnote", CHINESE, "Y0110", "金额: 150000", "金额: §*150000", "a star meant as a footnote mark")
fault("second-document", ENGLISH, "Y0111", "    otherwise: 费用\n", "    otherwise: 费用\n§---\nformat: \"1\"\n",
      "a second document after the first")
fault("second-document-chinese", CHINESE, "Y0111", "不予支付:\n", "§---\n不予支付:\n", "dashes drawn as a dividing line")
fault("tag-on-amount", ENGLISH, "Y0112", "amount: 100000", "amount: §!!int 100000", "a core tag on an amount")
fault("include-tag", ENGLISH, "Y0112", "title: 大额互助年度限额", "title: §!include large.yaml", "a tag of another program")
fault("tag-on-mapping", WUHAI, "Y0112", "  reaches: {visits", "  reaches: §!reach {visits", "a tag on a mapping")
fault("tag-directive", ENGLISH, "Y0112", "# yaml-language-server", "§%TAG ! tag:example.org,2024:\n---\n# yaml-language-server",
      "a tag directive")

# YAML that does not parse

fault("open-quote", ENGLISH, "Y0113", 'region: "110000"', 'region: §"110000', "the closing quote is missing; where it opens")
fault("open-quote-chinese", CHINESE, "Y0113", '统筹地区: "430100"', '统筹地区: §"430100', "the closing quote is missing; where it opens")
fault("open-bracket", ENGLISH, "Y0113", "columns: [to 30000, to 40000, above]", "columns: §[to 30000, to 40000, above",
      "the closing bracket is missing; where it opens")
fault("open-brace", ENGLISH, "Y0113", "for: {insurance: resident, visit: inpatient}", "for: §{insurance: resident, visit: inpatient",
      "the closing brace is missing; where it opens")
fault("colon-in-text", ENGLISH, "Y0113", "title: 测试市基本医疗保险办法", "title: 办法§: 测试市基本医疗保险",
      "a second colon with a space in a plain text")
fault("percent-first", CHINESE, "Y0113", "其他临时外出就医: {按本地比例的: 80%,", "其他临时外出就医: {按本地比例的: §%80,",
      "the percent sign before the number cannot begin a value")
fault("at-sign-first", ENGLISH, "Y0113", "issuer: 测试市医疗保障局", "issuer: §@医疗保障局", "a value cannot begin with @")
fault("backquote-first", ENGLISH, "Y0113", "reason: 本市药店购药不支付", "reason: §`本市`药店购药不支付", "a value cannot begin with a backquote")
fault("key-too-far-left", ENGLISH, "Y0113", "    measures: expense\n", "   §measures: expense\n",
      "a key one space too far left, fitting no level")
fault("key-too-far-right", ENGLISH, "Y0113", "    measures: expense\n", "      measures§: expense\n",
      "a key too far right: it continues the title above, in which a colon cannot stand")
fault("item-too-far-left", CHINESE, "Y0113", "      - 代号: 大病\n", "     §- 代号: 大病\n", "a list item one space too far left")
fault("unclosed-single-quote", ENGLISH, "Y0113", "url: example.org/benefits", "url: §'example.org/benefits",
      "the closing quote is missing; where it opens")
fault("bad-escape", ENGLISH, "Y0113", "url: example.org/benefits", 'url: "C:§\\档案\\待遇"', "a backslash in double quotes that begins no escape")
fault("bracket-closed-by-brace", CHINESE, "Y0113", "分段: [至 10000, 以上]", "分段: [至 10000, 以上§}", "a list closed by a brace")
fault("text-after-quote", ENGLISH, "Y0113", 'issued: "2023-12-18"\nstatus', 'issued: "2023-12-18" §起\nstatus', "text after a closing quote")
fault("text-after-list", ENGLISH, "Y0113", "caps: [large_year]", "caps: [large_year] §大额", "text after a closing bracket")
fault("doubled-colon-indent", ENGLISH, "Y0113", "  chronic:\n    for: {visit: chronic}", "  chronic: 慢特病\n    for§: {visit: chronic}",
      "a key that has both a text and keys below")
fault("no-colon", ENGLISH, "Y0113", 'benefit_year: {starts: "01-01", source', 'benefit_year {starts: "01-01"§, source',
      "the colon after a key is missing; what stands before the comma could still be a key and its value")
fault("merge-conflict", ENGLISH, "Y0113", "status: in_force\n", "§<<<<<<< HEAD\nstatus: in_force\n=======\nstatus: draft\n>>>>>>> branch\n",
      "a merge conflict left in the file; its three marks", most_findings=4)
fault("markdown-fence", BEFORE, "Y0113", "# yaml-language-server", "§```yaml\n# yaml-language-server", "a fence of Markdown, copied with the text",
      drop=["120000-tianjin/2024-01-01.yaml"])

# Signs of Chinese keyboards, and missing spaces

fault("full-width-colon", ENGLISH, "Y0114", "title: 测试市基本医疗保险\n", "title§：测试市基本医疗保险\n", "a full-width colon after a key")
fault("full-width-colon-chinese", CHINESE, "Y0114", "名称: 测试市城乡居民医疗保险", "名称§：测试市城乡居民医疗保险",
      "a full-width colon after a key")
fault("full-width-colon-nested", CHINESE, "Y0114", "    金额: 150000", "    金额§：150000", "a full-width colon after a key of a cap")
fault("full-width-colon-section", CHINESE, "Y0114", "待遇:\n  居民住院", "待遇§：\n  居民住院", "a full-width colon after a section's name")
fault("full-width-colon-last-key", ENGLISH, "Y0114", "    otherwise: 费用\n", "    otherwise§：费用\n", "a full-width colon in the last line")
fault("full-width-colon-in-braces", ENGLISH, "Y0114", "for: {person: retired}\n        fund", "for: {§person：retired}\n        fund",
      "a full-width colon in braces: key and value are one text")
fault("full-width-comma-in-list", ENGLISH, "Y0114", "tertiary: [85%, 90%, 95%]", "tertiary: [85%§，90%，95%]", "full-width commas in a list")
fault("full-width-comma-in-braces", ENGLISH, "Y0114", "for: {insurance: resident, visit: inpatient}",
      "for: {insurance: resident§，visit: inpatient}", "a full-width comma in braces")
fault("full-width-comma-chinese", CHINESE, "Y0114", "分段: [至 10000, 以上]", "分段: [至 10000§，以上]", "a full-width comma in a list")
fault("full-width-comma-dates", ENGLISH, "Y0114", 'in_force: {from: "2024-01-01", to', 'in_force: {from: "2024-01-01"§，to',
      "a full-width comma between two dates")
fault("missing-space", ENGLISH, "Y0115", "title: 测试市基本医疗保险\n", "§title:测试市基本医疗保险\n", "no space after a colon")
fault("missing-space-amount", ENGLISH, "Y0115", "    amount: 100000\n", "    §amount:100000\n", "no space after a colon")
fault("missing-space-in-braces", ENGLISH, "Y0115", "for: {insurance: employee, visit: inpatient}",
      "for: {insurance: employee, §visit:inpatient}", "no space after a colon in braces")
fault("missing-space-ratio", ENGLISH, "Y0115", "{employed: 84%, retired: 94%}", "{§employed:84%, retired: 94%}",
      "no space after a colon in braces")
fault("missing-space-chinese", CHINESE, "Y0115", "    期间: 年度", "    §期间:年度", "no space after a colon")
fault("missing-space-in-item", ENGLISH, "Y0115", "      - id: large\n", "      - §id:large\n", "no space after the colon of an item's first key")
fault("missing-space-first-line", ENGLISH, "Y0115", 'format: "1"', '§format:"1"', "no space after a colon")
fault("ideographic-space", ENGLISH, "Y0115", "    amount: 100000\n", "    §amount:\u3000100000\n",
      "the space after the colon is a full-width one, which YAML does not know")
fault("list-as-key", ENGLISH, "Y0116", "cases: {employed: 400000, retired: 450000}", "cases: {§[employed, retired]: 400000}",
      "a list as a case, instead of employed/retired")
fault("mapping-as-key", CHINESE, "Y0116", "各档: {无: 60%, 困难人员: 66%}", "各档: {§{无: 60%}: 66%}", "braces as a key")
fault("list-as-key-block", ENGLISH, "Y0116", "            secondary: [87%, 92%, 97%]\n", "            §[secondary]: [87%, 92%, 97%]\n",
      "a list as a case")
fault("placeholder-braces", ENGLISH, "Y0116", "amount: 25000", "amount: {§{amount}}", "a placeholder of a template left in place")
fault("merge-key", ENGLISH, "Y0117", "  large_year:\n    title: 大额互助年度限额",
      "  large_year:\n    §<<: {title: 大额}\n    title: 大额互助年度限额", "a merge key")
fault("merge-key-alias", WUHAI, "Y0117", "    temporary: {lower_by: 18 points, source: 乌68号 第二条}",
      "    temporary: &t {lower_by: 18 points, source: 乌68号 第二条}\n    §<<: *t", "a merge key with an alias")
fault("empty-file", BEFORE, "Y0118", None, "§", "a file of no bytes", drop=["120000-tianjin/2024-01-01.yaml"])
fault("only-comments", WUHAI, "Y0118", None, "§# 待写\n# 2024 年\n", "nothing but comments")
fault("only-blank-lines", BEFORE, "Y0118", None, "§\n\n  \n", "nothing but blank lines", drop=["120000-tianjin/2024-01-01.yaml"])
fault("only-dashes", WUHAI, "Y0118", None, "§---\n", "an empty document")
fault("missing-comma-line-end", ENGLISH, "Y0119", "reaches: {visits: [inpatient], layers: [pool]}",
      "reaches: {visits: [§inpatient\n    outpatient], layers: [pool]}", "no comma at the end of a line inside a list")
fault("missing-comma-line-end-chinese", CHINESE, "Y0119", "支付范围: [统筹.按比例自付, 超限额]",
      "支付范围: [§统筹.按比例自付\n          超限额]", "no comma at the end of a line inside a list")
fault("too-many-controls", ENGLISH, "Y0120", "reason: 本市药店购药不支付", "reason: 药店" + "\x01" * 20 + "§\x01\x01",
      "22 control characters; 20 are listed, then that there are more", most_findings=25)
