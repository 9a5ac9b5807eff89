# §3.31: a parameter without a default needs an argument.
$of()
