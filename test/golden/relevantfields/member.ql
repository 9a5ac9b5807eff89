# §3.27, Inferred: and members of its maps.
fields jsonParse(@message) as m | relevantfields m.user where ok = 1
