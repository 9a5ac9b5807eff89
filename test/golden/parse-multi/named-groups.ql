# §3.8: one row per match, in the order of the text; other columns are repeated.
filter @message like "user="
| sort @timestamp asc
| fields @timestamp
| parse @message /(?<key>[a-z]+)[:=](?<value>\w+)/ multi
| display @timestamp, key, value
