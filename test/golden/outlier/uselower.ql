# §3.24: below Q1 too. Of -2, 1, 1, 1.5, 9, 10, 100000 the quartiles are 1 and 10; other values keep their text.
filter @logStream = "sorting" and isNumeric(s)
| sort @timestamp asc
| fields id, s
| outlier param=0.1 uselower=true s
