# §3.8: a group that took no part is missing.
filter id = "n1"
| parse @message /"name":"(?<name>\w+)"(?:,"exitCode":(?<code>\d+))?/ multi
