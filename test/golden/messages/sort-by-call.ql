stats count(*) by bin(1h)
| sort bin(1h) desc