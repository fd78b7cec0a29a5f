"""One file for each peer, all with the rules of employee inpatient written the way that peer does them best.

Each has a class with `name`, `most` (claims that it is given at most, None for all), `__init__(columns)` that brings the
claims into the engine's own form, `run()`, which alone is timed, and `answers()`: int64 columns by name.
"""
