# §3.1, §4.8: aliases and captures made before `stats` are aggregated and grouped like fields.
filter @message like "latency"
| parse @message "user=*, method:*, latency := *" as who, method, latency
| fields latency * 2 as twice
| stats sum(latency) as l, max(twice) as t by toupper(who) as name
| sort name
