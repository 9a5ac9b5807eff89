# §4.3: formats are known before the query runs.
filter id = "int"
| display parseDate("2026", when) as a
