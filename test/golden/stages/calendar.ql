# Months have no fixed length.
stats count(*) by bin(1mo), dateceil(@timestamp, 1w) as week
