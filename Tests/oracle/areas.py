"""Whether a filing's areas hold the place of treatment (3.2, 4 h)."""


def capital_and_provincial(one, other):
    """XX0100 and XX9900 of the same province."""
    return one[:2] == other[:2] and {one[2:], other[2:]} == {"0100", "9900"}


def holds_area(rules, place_of, areas, treated):
    """True, False, or None where the region does not say whether provincial level and capital are linked."""
    place = place_of(treated)
    places = {place_of(area) for area in areas}
    if place in places:
        return True
    if rules.area == "pooling_region_or_province" and place[:2] + "0000" in areas:
        return True
    if any(capital_and_provincial(one, place) for one in places):
        return {"linked": True, "apart": False, None: None}[rules.linking]
    return False
