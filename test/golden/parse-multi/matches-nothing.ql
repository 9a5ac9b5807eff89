# §3.8, inferred: an expression that can match the empty text is refused.
parse @message /(?<a>x*)/ multi
