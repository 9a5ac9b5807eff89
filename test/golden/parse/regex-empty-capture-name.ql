# §1.8: a broken pattern is refused when the query compiles.
parse @message /user=(?<>x)/
