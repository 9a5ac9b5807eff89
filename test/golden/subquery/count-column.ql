# §2.3: counts are numbers: 50, 2, 2 and 1.
filter n in (stats count(*) as c by user | fields c) | fields id
