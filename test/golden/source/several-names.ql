# §3.30: several specs stand side by side.
SOURCE 'web' net | stats count(*) as n by @log | sort n
