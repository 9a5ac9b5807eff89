# §3.30: START is a number or a period; human-readable times are not supported.
SOURCE web START=2026-03-04 | fields id
