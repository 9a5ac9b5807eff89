# §3.7: an aliased key exists under its alias only.
stats count(*) as n by user as who | filter user = "ann"
