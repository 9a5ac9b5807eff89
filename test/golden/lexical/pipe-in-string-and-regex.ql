# §1.1: a pipe separates commands only outside literals.
filter @message like "a|b"
| parse @message /(?<both>a\|b)/
| display both
