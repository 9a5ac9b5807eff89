# §3.2: after display nothing else is shown; the column is there to filter by.
filter ispresent(status) | display id | appendcols (SOURCE 'web' | fields status as s) | filter s = 200
