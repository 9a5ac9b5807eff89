# §3.31, §1.5: a comment at the end of the saved text ends with it.
$everything | filter id = "a1"
