# §1.8: look-ahead is refused when the query compiles.
filter @message like /(?!x)y/
