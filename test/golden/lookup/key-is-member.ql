# §4.5: a key out of a map.
filter id = "a1" | fields jsonParse(@message) as m | lookup teams user as m.user OUTPUT team | display team
