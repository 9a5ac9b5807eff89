filter user "ann"
| filter user = 
| filter = "ann"
| filter and user = 1
| filter (user = 1
| limit 5