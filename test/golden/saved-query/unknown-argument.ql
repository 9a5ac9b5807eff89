# §3.31: an argument that no parameter has.
$failures(most = 1)
