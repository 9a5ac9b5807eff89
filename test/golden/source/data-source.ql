# §3.30: no log group here belongs to a data source.
SOURCE dataSource(['amazon_vpc.flow']) | fields id
