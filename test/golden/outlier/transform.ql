# §3.24: values above Q3 + 2.5 IQR are capped. Of 10, 30, 40, 250.5 the quartiles by nearest rank are 10 and 40.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| outlier ms
