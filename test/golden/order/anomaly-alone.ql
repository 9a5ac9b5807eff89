# §3.12: anomaly works on patterns.
filter ispresent(user) | anomaly
