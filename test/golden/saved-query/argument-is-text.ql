# §3.31: an argument is put in as it is written.
$failures(least = 100 * 4) | fields id
