# §3.33: one name for two columns.
lookup teams user OUTPUT team, lead as team
