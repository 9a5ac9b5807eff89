# §2.3 rule 4, §4.1: text that is no number is in no list of numbers, which is false; nothing at all is unknown.
filter id in ["word", "missing", "int"]
| fields id, v in [1, 200] as listed, not (v in [1, 200]) as unlisted, v not in [1, 200, "ok"] as others
