# §4.4: an empty text is a value, and matches itself.
join left=a right=b where a.region = b.region (SOURCE 'app') | filter a.region = "" | display a.id, b.id
