# §3.8: the first match only.
filter @message like "line"
| parse @message /(?<word>\w+) line/
