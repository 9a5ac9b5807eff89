# Captures of a glob are columns; events that do not match stay.
parse @message "user=*, method:*, latency := *" as who, method, latency
| filter latency > 100
