# §3.31: a placeholder without an argument takes its default, 500. a5 has no user.
$failures() | fields id
