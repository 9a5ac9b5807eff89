# §2.1, §3.5: truth values sort as 0 and 1, unknown first.
filter id in ["a1", "a2", "a5"]
| fields user = "ann" as ann
| sort ann
