# Sums and earlier values in the order of the rows, seen by later filters.
stats count(*) as n by bin(1h) as hour
| sort hour
| accum n as total
| autoregress n as before p=1
| filter total > 2
