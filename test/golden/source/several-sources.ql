# §3.30: dashboards write `SOURCE 'a' | SOURCE 'b'` for several groups.
SOURCE 'web' | SOURCE 'net' | stats count(*) as n by @log | sort n
