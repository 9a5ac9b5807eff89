# §3.30: times relative to now; the clock of the fixture is 2026-06-30.
SOURCE web START=-118d END=-117d | fields id
