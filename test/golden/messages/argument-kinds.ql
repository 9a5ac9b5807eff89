fields bin(300), bin("5m"), datefloor(@timestamp, 60), strlen(5m), abs(*), coalesce(*)
| stats sum(*), count(5m), pct(ms, 5m)