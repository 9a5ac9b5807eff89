# §3.8: captures act as numbers where a number is needed.
parse @message "latency := *" as latency
| filter latency > 100
| display latency, latency + 1 as next
