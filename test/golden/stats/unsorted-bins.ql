# §3.7: with a single bin as key, bins ascending.
filter @logStream = "clock"
| stats count(*) as n by bin(1mo)
