# §3.8: regular-expression characters in a glob are literal.
parse @message "[x][*] a|* # not" as a, b
| filter ispresent(a)
