fields strlen(), strlen(a, b), round(a, 1, 2), if(a, b), now(1), replace(a, "b")
| stats sum(), pct(ms), avg(a, b) by bin()