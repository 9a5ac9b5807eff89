# §3.7: counted per hour, the most first; nothing to count.
filter @message like /Exception/
| stats count(*) as exceptionCount by bin(1h)
| sort exceptionCount desc
