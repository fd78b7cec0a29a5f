"""One thing wrong in a random claim that would settle (for the claim generator)."""
import datetime

from oracle import LINE_PARTS, STANDINGS

FAULTS = ("parts", "lines", "no_standing", "home_standing", "too_early", "account_missing", "account_unknown",
          "code", "region", "fact_missing", "no_accounts", "person", "dates", "attribute_missing", "attribute_wrong",
          "class_untold", "disease_missing", "disease_unlisted", "diseases_wrong", "days_missing", "age_differs", "star_not_zero",
          "begin_missing", "employer_missing", "trauma_untold", "before_missing", "before_unwanted", "filings_unwanted", "standing_differs",
          "unit_unwanted", "unit_late", "unit_elsewhere", "unit_empty")


class Faults:
    def fault(self, claim, stratum):
        """Puts one fault in; None when this claim cannot have it."""
        kind = self.random.choice(FAULTS)
        return kind if getattr(self, f"put_{kind}")(claim, stratum) is not False else None

    def put_parts(self, claim, stratum):
        claim["inscp_scp_amt"] = "99999999.99"
        claim.pop("feedetail", None)

    def put_lines(self, claim, stratum):
        claim["feedetail"] = [dict.fromkeys(LINE_PARTS, "#88888888.88")]
        claim["feedetail"][0].update(fulamt_ownpay_amt=0, overlmt_amt=0, preselfpay_amt=0)

    def put_no_standing(self, claim, stratum):
        if stratum.standing == "local" or "filings" in claim:
            return False
        del claim["standing"]

    def put_home_standing(self, claim, stratum):
        claim["standing"] = self.random.choice(STANDINGS) if stratum.standing == "local" else "local"

    def put_begin_missing(self, claim, stratum):
        if "begntime" not in claim or "filings" not in claim and "accounts_before" not in claim:
            return False
        del claim[self.random.choice(["begntime", "endtime"])]

    def put_employer_missing(self, claim, stratum):
        if not any("emp_no" in one for one in claim.get("filings", [])):
            return False
        claim.pop("emp_no", None)

    def put_trauma_untold(self, claim, stratum):
        claim["trum_flag"] = "1"
        claim.pop("rel_ttp_flag", None)

    def put_before_missing(self, claim, stratum):
        if "accounts_before" not in claim:
            return False
        del claim["accounts_before"]

    def put_before_unwanted(self, claim, stratum):
        claim.setdefault("accounts_before", {})

    def put_filings_unwanted(self, claim, stratum):
        if stratum.rules.filing:
            return False
        claim["filings"] = []

    def put_standing_differs(self, claim, stratum):
        if "filings" not in claim:
            return False
        claim["standing"] = self.random.choice(STANDINGS)

    def put_too_early(self, claim, stratum):
        if "brdy" in claim:
            return False
        claim["setl_time"] = "1999-12-31"
        claim.pop("begntime", None), claim.pop("endtime", None)

    def put_account_missing(self, claim, stratum):
        plain = [one.name for one in stratum.plan.accounts if not one.unit] if stratum.plan else []
        if not plain or len(claim["accounts"]) < 3:
            return False
        name = self.random.choice(plain)
        for key in [key for key in claim["accounts"] if key == name or key.startswith(name + ".")]:
            del claim["accounts"][key]

    def put_account_unknown(self, claim, stratum):
        if not claim["accounts"]:
            return False
        names = ["no_such_account", "no_such_account.*"] + [f"{name}.M99999" for name in stratum.rules.chart.families]
        claim["accounts"][self.random.choice(names)] = "#0.00"

    def put_no_accounts(self, claim, stratum):
        if not stratum.plan or not stratum.plan.accounts or all(one.unit for one in stratum.plan.accounts):
            return False
        del claim["accounts"]

    def put_code(self, claim, stratum):
        if "accounts_before" in claim:
            return False
        claim[self.random.choice(["insutype", "med_type", "psn_type", "hosp_lv"])] = "99"

    def put_person(self, claim, stratum):
        claim["insutype"] = "390" if claim["insutype"] == "310" else "310"

    def put_dates(self, claim, stratum):
        if "brdy" in claim:
            return False
        claim.update(begntime=claim["setl_time"][:10], endtime="2000-01-01")

    def put_region(self, claim, stratum):
        claim.update(insuplc_admdvs="820000", standing="referral")

    def put_fact_missing(self, claim, stratum):
        missing = sorted(stratum.asks & {"age", "hardship", "hospital_level"})
        if not missing:
            return False
        fact = self.random.choice(missing)
        claim.pop("hosp_lv" if fact == "hospital_level" else fact, None)
        if fact == "age":
            claim.pop("brdy", None)

    def put_class_untold(self, claim, stratum):
        members = [one[3] for one in stratum.rules.classes.entries]
        names = sorted({one["attribute"] for one in members if "attribute" in one} & set(claim.get("attributes", {})))
        if names:
            del claim["attributes"][self.random.choice(names)]
        elif any("institutions" in one for one in members):
            claim.pop("fixmedins_code", None)
        else:
            return False

    def put_attribute_missing(self, claim, stratum):
        asked = sorted(stratum.asks & set(stratum.rules.attributes))
        if not asked:
            return False
        del claim["attributes"][self.random.choice(asked)]

    def put_attribute_wrong(self, claim, stratum):
        asked = sorted(stratum.asks & set(stratum.rules.attributes))
        if not asked:
            return False
        id = self.random.choice(asked)
        numeric = stratum.rules.attributes[id].numeric
        claim["attributes"][id] = self.random.choice([10000, -1, "#12.5", "many"] if numeric else ["not_listed", "any"])

    def put_disease_missing(self, claim, stratum):
        if "dise_codg" not in claim or "diseases" in claim:
            return False
        del claim["dise_codg"]

    def put_disease_unlisted(self, claim, stratum):
        if not stratum.rules.diseases.group_of or "diseases" in claim:
            return False
        claim["dise_codg"] = self.random.choice(["M99999", "M00201", "M00201"])

    def put_diseases_wrong(self, claim, stratum):
        if not stratum.rules.diseases.group_of or "dise_codg" not in claim:
            return False
        others = [code for code in sorted(stratum.rules.diseases.group_of) if code != claim["dise_codg"]]
        claim["diseases"] = self.random.choice([others, [claim["dise_codg"]] * 2, [claim["dise_codg"], "M99999"]])

    def put_days_missing(self, claim, stratum):
        if not stratum.plan or not stratum.plan.needs_days:
            return False
        claim.pop("endtime", None)

    def put_age_differs(self, claim, stratum):
        if "brdy" not in claim:
            return False
        claim["age"] = 131 if self.random.random() < 0.3 else claim.get("age", 200) + 1

    def put_star_not_zero(self, claim, stratum):
        stars = [name for name in claim["accounts"] if name.endswith(".*")]
        if not stars:
            return False
        claim["accounts"][self.random.choice(stars)] = "#0.01"

    def put_unit_unwanted(self, claim, stratum):
        if not claim["accounts"] or stratum.plan and stratum.plan.merges:
            return False
        day = claim.get("begntime", claim["setl_time"])[:10]
        claim["same_unit"] = {"claim_id": "u1", "fixmedins_code": claim.setdefault("fixmedins_code", "H1"), "begntime": day, "endtime": day}

    def put_unit_late(self, claim, stratum):
        """A day too late, or before the earlier visit ended."""
        if "same_unit" not in claim:
            return False
        gap = self.random.choice([(stratum.plan.merges.within or 0) + 1, -1])
        end = datetime.date.fromisoformat(claim["begntime"][:10]) - datetime.timedelta(days=gap)
        claim["same_unit"].update(begntime=end.isoformat(), endtime=end.isoformat())

    def put_unit_elsewhere(self, claim, stratum):
        if "same_unit" not in claim:
            return False
        claim["same_unit"]["fixmedins_code"] = "H9"

    def put_unit_empty(self, claim, stratum):
        if "same_unit" not in claim:
            return False
        claim["accounts"] = {}
