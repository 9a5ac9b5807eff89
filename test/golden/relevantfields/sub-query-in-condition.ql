# §3.19: with a sub-query.
filter ispresent(status) | relevantfields status where user in (SOURCE 'web' | fields user) | display @conditionalMedian, @baselineMedian
