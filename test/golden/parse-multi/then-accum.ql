# §3.22: the order of the rows is that of the matches.
filter @message like "user="
| sort @timestamp asc
| parse @message /(?<digit>\d)/ multi
| accum digit as total
| display digit, total
