# §3.30: the echo of DescribeQueries has double quotes.
SOURCE "web" | fields id
