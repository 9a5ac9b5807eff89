# §3.9: captures and aliases are keys like any other.
parse @message /^(?<first>[a-z])/
| filter @logStream = "text"
| dedup first
| limit 10
