# §3.21, observed: captures that look numeric count although they are not listed: 200 + 400 + 200.
filter id = "a1"
| parse @message /"status":(?<code>\d+)/
| fields status, status * 2 as twice
| addtotals
