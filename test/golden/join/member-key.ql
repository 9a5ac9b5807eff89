# §4.5: the key may come out of a map.
fields jsonParse(@message) as m | join left=a right=b where a.m.user = b.user (SOURCE 'web') | display a.m.id, b.id
