# §3.10: it filters patterns.
filter ispresent(user) | pattern user | filter @sampleCount in (SOURCE 'web' | stats count(*) as n by user | fields n) | display @pattern
