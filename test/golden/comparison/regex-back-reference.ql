# §1.8: back-references are refused when the query compiles.
filter @message like /(a)\1/
