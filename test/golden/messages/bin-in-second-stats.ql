stats count(*) as n by bin(5m), user
| stats avg(n) by bin(1h)