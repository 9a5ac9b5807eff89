# §3.18, Inferred: otherwise it has that of the query around it.
#@ end 2026-03-04T10:05:14.999Z
filter id = "a1" | join type=left left=a right=b where a.user = b.user (SOURCE 'web') | display a.id, b.id
