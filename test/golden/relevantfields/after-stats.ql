# §3.27, Inferred: it looks at events.
stats count(*) as n by user | relevantfields user where n > 1
