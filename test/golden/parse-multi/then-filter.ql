# §3.8, §5.3: a later filter chooses among the rows; events match by the filters before.
filter @message like "user="
| sort @timestamp asc
| parse @message /(?<key>[a-z]+)[:=](?<value>\w+)/ multi
| filter key = "method"
| display value
