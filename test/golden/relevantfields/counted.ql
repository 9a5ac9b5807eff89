# §3.7: stats over them.
filter ispresent(status) | relevantfields @logStream, path, status where ok | stats count(*) as n, max(@relevanceScore) as m
