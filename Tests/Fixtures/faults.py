"""All faults, in the order of their numbers."""

from faults_kind import FAULTS

import faults_text  # noqa: F401  the text of the file: bytes and YAML
import faults_form  # noqa: F401  keys, words, numbers, dates and codes
import faults_meaning  # noqa: F401  what the rules say

__all__ = ["FAULTS"]
