# offset moves the boundaries of the bins.
stats count(*) by bin(5m) offset 2m
