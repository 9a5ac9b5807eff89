# §3.16: `column as field`.
#@ groups web
fields user as name | lookup teams user as name OUTPUT team | display name, team
