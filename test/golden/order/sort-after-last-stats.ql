# §3.0: after the last one both are fine.
stats count(*) as n by user | stats count(*) as users by n | sort n desc | limit 1
