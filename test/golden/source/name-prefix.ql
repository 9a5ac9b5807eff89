# §3.30: logGroups chooses by prefixes of names, any of them.
SOURCE logGroups(namePrefix: ['we', 'ne']) | stats count(*) as n by @log | sort n
