# §3.8: captures group and aggregate.
parse @message "method:*, latency := *" as method, latency
| stats count(*) as n, sum(latency) as total by method
| sort method
