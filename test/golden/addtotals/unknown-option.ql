# §3.21: fieldname, row, col.
addtotals label=x
