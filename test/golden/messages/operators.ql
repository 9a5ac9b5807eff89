filter a <> 1
| filter b !~ /x/
| filter c || d
| fields e ? 1 : 2
| filter f === 1