# §3.16: a column that the table does not have.
lookup teams user OUTPUT tem
