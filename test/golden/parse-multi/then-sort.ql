# §3.5: rows of one event keep their order among equals.
filter @message like "user=a"
| parse @message /(?<letter>[aeiou])/ multi
| sort @timestamp desc
| limit 4
