# §2.3 rule 6: date strings of one form compare as text.
filter when >= "2026-03-01"
| fields when
