# §3.32: `count()` behind a pipe, without `stats`; AWS's text.
filter status = 200 | count()
