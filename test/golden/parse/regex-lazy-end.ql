# §3.8: a lazy quantifier at the very end captures nothing.
parse @message /latency := (?<latency>.*?)/
| filter ispresent(latency)
