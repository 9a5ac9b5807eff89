# Without groups: one row, or none.
filter ispresent(ms) | stats sum(ms), pct(ms, 95), latest(user), stddev(ms)
