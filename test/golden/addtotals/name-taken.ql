# §3.33: `Total` is a new name.
fields ms as Total
| addtotals
