# §3.8: the rows can be counted.
filter @message like "user="
| parse @message /(?<key>[a-z]+)[:=]/ multi
| stats count(*) as n by key
