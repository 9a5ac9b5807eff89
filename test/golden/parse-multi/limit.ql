# §3.6: rows are limited, not events.
filter @message like "user="
| parse @message /(?<key>[a-z]+)[:=]/ multi
| limit 3
