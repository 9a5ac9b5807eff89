# §3.31: the argument takes the place of the placeholder.
$failures(least = 400) | fields id
