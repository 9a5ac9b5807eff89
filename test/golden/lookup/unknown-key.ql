# §3.16: a key column that the table does not have.
lookup teams usr as user OUTPUT team
