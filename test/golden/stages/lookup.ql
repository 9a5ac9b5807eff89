# Columns of a table where its key equals a field; OUTPUTNEW keeps what is there.
lookup teams user OUTPUT team | lookup teams user OUTPUTNEW mail as region | display user, team, region
