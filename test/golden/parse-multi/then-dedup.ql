# §3.9: the first row of each value.
filter @message like "user=a"
| parse @message /(?<letter>[aeiou])/ multi
| dedup letter
