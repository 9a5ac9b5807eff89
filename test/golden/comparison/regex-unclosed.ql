# §1.8: a broken pattern is refused when the query compiles.
filter @message like /(a/
