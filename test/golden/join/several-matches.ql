# §3.18, Inferred: one row for each match, in the order of the left and then of ingestion.
filter ispresent(user) | join left=a right=b where a.user = b.user (SOURCE 'app') | display a.id, b.id
