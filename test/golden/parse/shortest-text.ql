# §3.8: each * takes the shortest text up to the next literal.
filter @message like "[x]"
| parse @message "[*]*]" as a, b
