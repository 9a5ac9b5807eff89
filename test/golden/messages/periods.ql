stats count(*) by bin(0m)
| stats count(*) by bin(1.5h)
| stats count(*) by bin(5 parsecs)