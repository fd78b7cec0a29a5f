"""All faults, in the order of their numbers."""

from faults_kind import FAULTS

import faults_text  # noqa: F401  the text of the file: bytes and YAML
import faults_form  # noqa: F401  keys, words, numbers, dates and codes
import faults_meaning  # noqa: F401  what the rules say
import faults_additions  # noqa: F401  attributes, parameters, diseases
import faults_periods  # noqa: F401  periods, adjusted deductibles, caps, merged visits
import faults_filing  # noqa: F401  filing rules, stays across years, refunds
import faults_structure  # noqa: F401  what nothing uses, covers or keeps up to date

__all__ = ["FAULTS"]
