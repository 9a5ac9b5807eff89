# §4.5: a map in the column has members.
filter id in ["a1", "a2"] | fields id | appendcols (SOURCE 'web' | filter ispresent(id) | fields jsonParse(@message) as m) | display id, m.user
