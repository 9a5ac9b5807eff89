# A column of sums, and a last row of sums.
stats sum(ms) as a, count(*) as b by user | addtotals col=true fieldname=c a, b
