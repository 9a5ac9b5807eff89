# §2.3: times meet times.
filter id = "a1" | join left=a right=b where a.@timestamp = b.@timestamp (SOURCE 'app') | display a.id, b.id, b.@timestamp
