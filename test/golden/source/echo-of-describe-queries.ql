# §3.30: what DescribeQueries gives back runs again.
SOURCE "web" START=1772618715000 END=1772619120999 | fields id
