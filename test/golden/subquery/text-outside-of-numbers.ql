# §2.3: text that is no number equals none, so that not in is true of it; only a missing value is unknown.
filter v not in (stats count(*) as c by user | fields c) | fields id
