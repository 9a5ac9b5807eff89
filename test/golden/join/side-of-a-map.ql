# §3.33, Inferred: a map of the query cannot name a side, since a.user would be both.
fields jsonParse(@message) as a | join left=a right=b where a.user = b.user (SOURCE 'web')
