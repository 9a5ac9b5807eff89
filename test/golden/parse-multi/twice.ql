# §3.8: each match is looked into again.
filter @message like "[x]"
| parse @message /(?<pair>\w\]\[\w|a\|b)/ multi
| parse pair /(?<letter>\w)/ multi
| display pair, letter
