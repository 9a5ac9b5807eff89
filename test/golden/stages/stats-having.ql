# A filter after stats tests aggregates; the number of matching events is counted on the way.
stats count(*) as n by user | filter n > 1 | sort n desc | limit 2
