# §3.7: a key that the groups do not have.
stats count(*) as n by user as u | lookup teams user OUTPUT team
