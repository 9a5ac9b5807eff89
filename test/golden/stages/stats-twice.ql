# A second stats over the groups of the first; the time is carried along.
stats max(@timestamp) as @t, count(*) as n by user
| stats sum(n), max(n) by datefloor(@t, 1h) as hour
