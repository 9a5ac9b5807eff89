# §3.31, §3.33: what a saved query makes is made by the query.
$`By User` | fields n * 2 as n
