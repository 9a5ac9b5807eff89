# §6: up to 10 data sources.
SOURCE dataSource(['s1.t', 's2.t', 's3.t', 's4.t', 's5.t', 's6.t', 's7.t', 's8.t', 's9.t', 's10.t', 's11.t']) | fields id
