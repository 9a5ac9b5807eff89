# §4.8: a comparison is summed as 1 and 0.
filter ispresent(status) | stats sum(user in (SOURCE 'web' | fields user)) as known, count(*) as n
