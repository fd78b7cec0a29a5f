"""What random rule files are made of: words, amounts, and how they are written."""

LEVELS = ["tertiary", "secondary", "primary", "unrated"]
PERSONS = {"employee": ["employed", "retired"], "resident": ["minor", "adult", "elderly"]}
STANDINGS = ["local", "exempt", "long_term", "referral", "emergency", "temporary", "unfiled"]
RATIOS = ["20%", "33.33%", "50%", "60%", "66.67%", "72.5%", "80%", "85%", "90%", "95%", "99.99%", "100%"]
AMOUNTS = ["100", "333.33", "500", "650", "1000", "1300.05", "2000", "2999.99", "5000", "10000", "33333.33", "60000"]
FACTORS = ["50%", "80%", "150%", "33.33%", "200%", "99.99%"]
PERIODS = ["day", "month", "quarter", "year", "cycle"]
CODES = ["M03900", "M01600", "M00503", "M05300", "M06900", "M04600"]
LEVEL_CODES = {"tertiary": ["01", "02", "03", "04"], "secondary": ["05", "06", "07"], "primary": ["08", "09", "10"], "unrated": ["11"]}
SOURCE = "测试 随机"


def flow(value):
    """YAML in flow style; texts stand as they are."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value)


def block(document, plans):
    """A document in lines: a section a line, a plan's layers a line each."""
    lines = []
    for key, section in document.items():
        if key not in plans:
            lines += [f"{key}: {flow(section)}"] if not isinstance(section, dict) else \
                [f"{key}:"] + [f"  {name}: {flow(one)}" for name, one in section.items()]
            continue
        lines.append(f"{key}:")
        for name, plan in section.items():
            lines.append(f"  {name}:")
            for part, one in plan.items():
                listed = isinstance(one, list)
                lines += [f"    {part}:"] + [f"      - {flow(layer)}" for layer in one] if listed else [f"    {part}: {flow(one)}"]
    return "\n".join(lines) + "\n"
