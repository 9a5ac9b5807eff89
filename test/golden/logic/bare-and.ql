# §2.4: bare fields combine with comparisons.
filter ok and status = 200 or !ok and status >= 503
| fields id
