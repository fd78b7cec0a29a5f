"""Chinese rule files: the same tree under English names, and back (every key and word has two names, docs/reference).

Names that a file makes up itself (plans, layers, accounts, classes, values of a choice) stay as they are.
"""

# One line a mapping: `Chinese English` or `Chinese English>what stands there`. `*x` is a mapping of free names to x.
MAPPINGS = """
policy: 格式 format, 统筹地区 region, 名称 title, 施行 in_force>days, 印发 issued, 状态 status>status, 上级 inherits,
  依据 sources>*document, 属性 attributes>*attribute, 参数 parameters>*parameter, 病种 diseases>diseases, 细分 classes>*class,
  异地就医 non_local>non_local, 限额 caps>*cap, 公用支付层 layers>*layer, 待遇 plans>*plan, 未查明 not_known>*refused_plan,
  不予支付 not_offered>*refused_plan, 待遇年度 benefit_year>year, 认定时点 facts_as_of>facts_as_of, 舍入 rounding>rounding,
  幅度限制 guardrails>*table, 待定问题 open_questions>question, 修改 changes>change_of,
  备案 filing>filing, 跨年住院 stay_across_years>across_years, 退费 refunds>refunds
filing: 需要备案 needed>needed, 备案类别 kinds>kinds, 失效 ended_by>ended_by, 范围 scope>scope, 慢特病 chronic>chronic_filing,
  住院 stays>stays, 补办 late>late, 急诊抢救 emergency>without_filing, 外伤 trauma>trauma, 回参保地 back_home>back_home,
  结算渠道 channel>open_channel, 目录 catalogue>catalogues, 直接结算病种 direct_diseases>direct_diseases,
  外院检查 outside_examination>outside, 备案类型 standing>case_word, 依据 source
needed: 按 by>dimension, 各档 cases>cases, 值 value>needed, 依据 source
open_channel: 按 by>dimension, 各档 cases>cases, 值 value>open_channel, 依据 source
case_word: 按 by>dimension, 各档 cases>cases, 值 value>case_word, 依据 source
kinds: 异地长期居住 long_term>filing_kind, 异地转诊 referral>filing_kind, 临时外出 temporary>filing_kind, 依据 source
filing_kind: 人员 sub_kinds>sub_kind, 有效期 lasts>lasts, 变更 change>filing_change, 依据 source
lasts: 月数 months, 至少月数 at_least_months, 依据 source
filing_change: 限制月数 blocked_months, 对象 of>blocked, 补材料提前 sooner_with_papers>allowed, 依据 source
ended_by: 重新备案 refiling>refiling, 变化 change_of>filing_fact, 依据 source
scope: 就医地 area>area, 省本级和省会 provincial_level_and_capital>linking, 依据 source
chronic_filing: 机构数 institutions_at_most, 依据 source
stays: 覆盖 covered>covered, 依据 source
late: 出院前 before_discharge>late_word, 出院后 after_discharge>late_word, 依据 source
without_filing: 未备案 without_filing>deemed, 依据 source
trauma: 有第三方责任 third_party>payable, 无第三方责任 no_third_party>payable, 依据 source
back_home: 按 as>back_home_word, 补齐材料前 until_papers>back_home_word, 依据 source
catalogues: 直接结算 direct>catalogue, 手工报销 manual>catalogue, 依据 source
direct_diseases: 名单 list, 依据 source
outside: 住院期间 in_stay>outside_word, 依据 source
across_years: 结算 settled>settled, 起付标准 deductible>once, 住院次数 counts_in>counts_in, 依据 source
refunds: 就医类别 visits>case_word, 允许 allows>refund, 依据 source
days: 自 from, 至 to
document: 名称 title, 文号 number, 印发机关 issuer, 印发 issued, 性质 basis>basis, 网址 url, 查阅 read
attribute: 名称 title, 类型 kind>kind, 取值 values, 依据 source
parameter: 名称 title, 金额 amount, 依据 source
diseases: 病种组 groups>*group, 名录 list>*disease, 依据 source
group: 名称 title, 依据 source
disease: 名称 title, 组 group, 依据 source
class: 维度 of>dimension, 属于 is>case_word, 名称 title, 成员 members>members, 依据 source
members: 机构 institutions, 代码 codes, 属性 attribute, 等于 equals
non_local: 按 by>dimension, 各档 cases>cases, 值 value>non_local, 影响范围 reaches>reach,
  先行自付时点 first_self_pay_taken>taken, 依据 source, 不结算 refused, 降低 lower_by>points,
  按本地比例的 pays_of_home_ratio, 改用比例 ratio_instead, 按本地待遇的 pays_of_home_benefit, 先行自付 first_self_pay,
  起付标准 deductible>own, 视同级别 treat_as>case_word, 保底 minimum>minimum, 最高 at_most, 最低 at_least
own: 基数 percent_of>base, 比例 share, 最低 at_least, 最高 at_most, 参数 parameter, 取整到 rounded_to, 乘以 times, 依据 source
minimum: 基数 of>base, 比例 ratio
reach: 就医类别 visits>case_word, 支付层 layers
cap: 名称 title, 口径 measures>measure, 期间 per>period, 周期天数 cycle_days, 金额 amount>table, 分别计算 separately_for>apart,
  多病种 several>several, 依据 source
several: 主病种加其他最多 main_plus_others_up_to
table: 按 by>dimension, 各档 cases>cases, 值 value>table, 依据 source, 基数 percent_of>base, 比例 share, 最低 at_least,
  最高 at_most, 参数 parameter, 取整到 rounded_to
layer: 代号 id, 用 use, 名称 title, 对象 for>conditions, 基金 fund>fund, 支付范围 pays_from>reference,
  年度累计 cumulative>cumulative, 起付标准 deductible>deductible, 支付比例 ratio>ratio, 限额 caps, 依据 source
cumulative: 账户 account, 抵减 settle_against>against
deductible: 计收 per>period, 周期天数 cycle_days, 标准 amount>table, 次数范围 counted_within>within, 账户 account,
  年度上限 ceiling>ceiling, 抵扣方式 used_up>used_up, 分别计算 separately_for>apart, 满天数再收 again_every_days>table,
  调整 adjust>adjustment, 依据 source
ceiling: 账户 account, 金额 amount>table, 依据 source
adjustment: 对象 for>conditions, 提高 plus>table, 自付乘以 self_pay_times, 每满 for_each>dimension, 超过 beyond,
  乘以 times>table, 每次递减 minus_each_time>table, 每次乘以 times_each_time>table, 最高 at_most>table,
  最低 at_least>table, 依据 source
ratio: 按 by>dimension, 各档 cases>cases, 值 value, 分段口径 counted>measure, 重新起算 restarts>period, 周期天数 cycle_days,
  账户 account, 计算方式 how>how, 分段 columns>column, 调整 adjust>adjustment, 依据 source
plan: 名称 title, 对象 for>conditions, 次数账户 occurrence_account, 合并 merges>merges, 支付层 layers>layer, 依据 source
merges: 就诊 visits>merging, 间隔天数 within_days, 依据 source
refused_plan: 对象 for>conditions, 原因 reason
year: 起于 starts, 依据 source
rounding: 方式 mode>mode, 单位 unit>unit, 时点 per>per, 依据 source
question: 位置 at, 问题 question, 假定 assumed, 另一取法 otherwise
change_of: 位置 at, 原为 was, 改为 now, 依据 source
"""

# Words that stand for themselves, by what they are.
WORDS = """
status: 施行 in_force, 草案 draft
basis: 官方 official, 转述 reported, 假定 assumed
kind: 数值 number, 选项 choice
non_local: 同本地 as_at_home
taken: 起付前 before_deductible, 起付后 after_deductible
base: 总费用 total, 政策范围内费用 in_scope, 起付以上费用 above_deductible
measure: 支付额 paid, 含起付的费用 expense|expense_with_deductible, 起付以上费用 expense_above_deductible
period: 每次结算 each_settlement, 日 day, 月 month, 季度 quarter, 年度 year, 周期 cycle, 每月 each_month, 每季度 each_quarter,
  每年度 each_year, 每周期 each_cycle
apart: 病种 disease, 病种组 disease_group
several: 取最高 largest
table: 不封顶 unlimited, 不再收 never, 无 none
against: 应付额 base, 已付额 paid
within: 全部 all, 同级 parent_level, 同类 class
used_up: 合并 together, 分级 per_level, 最高级别 highest
how: 分段累加 marginal, 全额套档 slab
merging: 同日同机构 same_day_and_institution, 再入院 readmission
facts_as_of: 结算日 settlement, 入院日 admission, 年度初 year_start
mode: 四舍五入 half_up, 四舍六入五成双 half_even, 舍去 down, 进位 up
unit: 分 fen, 角 jiao, 元 yuan
per: 每层 layer, 每段 column
fund: 统筹基金 pooled, 大额补助 large_amount, 大病保险 major_illness, 公务员补助 civil_servant, 企业补充 enterprise,
  伤残保障 disabled, 医疗救助 assistance, 补充保险 supplement, 其他基金 other
reference: 政策范围内费用 in_scope, 起付标准以下 deductible, 按比例自付 ratio_share, 超限额 over_cap, 乙类先行自付 first_self_pay,
  异地先行自付 non_local_self_pay
needed: 需要 needed, 不需要 not_needed
open_channel: 均可 either, 手工报销 manual
sub_kind: 异地安置退休人员 retired_settled, 异地长期居住人员 long_term_resident, 常驻异地工作人员 posted, 异地转诊人员 referred,
  异地急诊抢救人员 emergency, 其他人员 other
lasts: 长期 open, 自选 chosen
allowed: 允许 allowed, 不允许 refused
blocked: 承诺制备案 promised, 全部备案 all
refiling: 同类 same_kind, 任何一类 any_kind
filing_fact: 单位 employer, 险种 insurance
area: 统筹地区 pooling_region, 统筹地区或省 pooling_region_or_province
linking: 关联 linked, 分开 apart
covered: 到出院 to_their_end, 限有效期内 inside_only
late_word: 视为已备案 filed, 视为补办 late, 不予补办 not_filed
deemed: 视同已备案 deemed_filed, 不视同 not_filed
payable: 不予支付 not_payable, 支付 payable, 凭承诺书 with_commitment
back_home_word: 本地 local, 免备案 exempt, 异地长期居住 long_term, 异地转诊 referral, 异地急诊抢救 emergency, 其他临时外出就医 temporary,
  未备案 unfiled, 不予支付 not_payable
catalogue: 就医地 treatment, 参保地 home
outside_word: 并入 merged, 另行 apart
settled: 整笔 whole, 按天分割 by_days
once: 一次 once, 每年 each_year
counts_in: 上年 first_year, 当年 last_year, 每年 each_year
refund: 末笔 last, 隔笔 earlier, 跨年 across_years, 清算后 after_clearing
dimension: 险种 insurance, 就医类别 visit, 人员 person, 医院级别 hospital_level, 次数 occurrence, 备案类型 standing, 距离 distance,
  结算渠道 channel, 年龄 age, 困难身份 hardship, 病种 disease, 就医事由 reason, 备案情况 filed
"""

CASES = """
insurance: 职工 employee, 居民 resident
visit: 住院 inpatient, 普通门诊 outpatient, 门诊慢特病 chronic, 药店购药 pharmacy
person: 在职 employed, 退休 retired, 未成年 minor, 成年 adult, 老年 elderly
hospital_level: 三级 tertiary, 二级 secondary, 一级 primary, 未定级 unrated
standing: 本地 local, 免备案 exempt, 异地长期居住 long_term, 异地转诊 referral, 异地急诊抢救 emergency, 其他临时外出就医 temporary,
  未备案 unfiled
distance: 本统筹区 local, 省内异地 in_province, 跨省异地 cross_province
channel: 直接结算 direct, 手工报销 manual
hardship: 无 none, 困难人员 hardship
reason: 异地长期居住 long_term, 异地转诊 referral, 异地急诊抢救 emergency, 临时外出 temporary
filed: 已备案 filed, 补办 late, 经同意补办 late_agreed, 未备案 not_filed
"""
OF_FILING_ONLY = ("reason", "filed")  # some of their words stand for other things elsewhere


def lines(text):
    """Each `name: entry, entry` of the tables above."""
    for line in text.replace("\n  ", " ").strip().splitlines():
        name, _, entries = line.partition(": ")
        yield name, [entry.strip().split(" ") for entry in entries.split(",")]


class Translation:
    """One direction between the two languages."""

    def __init__(self, to_english):
        self.to_english = to_english
        self.mappings, self.words, self.cases = {}, {}, {}
        for name, entries in lines(MAPPINGS):
            keys = {}
            for chinese, rest in entries:
                english, _, kind = rest.partition(">")
                keys[chinese if to_english else english] = (english if to_english else chinese, kind)
            self.mappings[name] = keys
        for into, text in ((self.words, WORDS), (self.cases, CASES)):
            for name, entries in lines(text):
                pairs = [(chinese, one) for chinese, english in entries for one in english.split("|")]
                into[name] = dict(pairs if to_english else [(one, chinese) for chinese, one in pairs])
        self.case_word = {word: other for dimension, words in self.cases.items() if dimension not in OF_FILING_ONLY
                          for word, other in words.items()}
        self.any = ("任意", "any") if to_english else ("any", "任意")
        self.by, self.cases_key = ("按", "各档") if to_english else ("by", "cases")

    def __call__(self, value, kind="policy"):
        if isinstance(value, list):
            return [self(one, kind) for one in value]
        if isinstance(value, dict):
            return self.mapping(value, kind)
        return self.scalar(value, kind)

    def mapping(self, value, kind):
        if kind.startswith("*"):
            return {name: self(one, kind[1:]) for name, one in value.items()}
        if kind == "conditions":
            return {self.scalar(d, "dimension"): self.condition(d, one) for d, one in value.items()}
        result = {}
        for key, one in value.items():
            other, inner = self.mappings.get(kind, {}).get(key, (key, ""))
            if inner == "cases":
                by = value[self.by]
                result[other] = self.table(one, [by] if isinstance(by, str) else by, "" if kind == "ratio" else kind)
            else:
                result[other] = self(one, inner)
        if kind == "cap" and self.to_english and result.get("measures") == "expense_with_deductible":
            result["measures"] = "expense"  # one Chinese word, two English ones
        return result

    def table(self, node, by, leaf):
        if not by:
            return self(node, leaf)
        return {self.case(key, by[0]): self.table(one, by[1:], leaf) for key, one in node.items()}

    def case(self, text, dimension):
        words = self.cases.get(dimension if not self.to_english else self.words["dimension"].get(dimension), {})
        return "/".join(self.any[1] if part == self.any[0] else words.get(part, part) for part in str(text).split("/"))

    def condition(self, dimension, value):
        return [self.case(one, dimension) for one in value] if isinstance(value, list) else self.case(value, dimension)

    def scalar(self, value, kind):
        if kind == "case_word":
            return self.case_word.get(value, value)
        if kind == "reference":
            layer, dot, cause = value.rpartition(".")
            return layer + dot + self.words["reference"].get(cause, cause)
        if kind == "column":
            return self.column(value)
        if kind in ("points", "table") and isinstance(value, str):
            value = self.points(value)
        return self.words.get(kind, {}).get(value, value) if isinstance(value, str) else value

    def points(self, text):
        if self.to_english and text.endswith("个百分点"):
            return text.removesuffix("个百分点") + " points"
        return text.removesuffix(" points") + "个百分点" if not self.to_english and text.endswith(" points") else text

    def column(self, text):
        words = {"至": "to", "以上": "above"} if self.to_english else {"to": "至", "above": "以上"}
        first, *rest = text.split(" ")
        return " ".join([words.get(first, first), *rest])


to_english = Translation(True)
to_chinese = Translation(False)


def english(raw):
    """A rule file under its English names."""
    return to_english(raw) if "格式" in raw else raw
