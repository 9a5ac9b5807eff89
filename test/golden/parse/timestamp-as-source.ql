# §2.7, §3.8: a timestamp is parsed as its rendered text.
filter id = "a3"
| parse @timestamp "* *:*:*" as day, hour, minute, rest
