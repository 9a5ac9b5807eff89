# §3.19: AWS's sample: aggregate, filter the groups, show the one column.
filter user in (SOURCE 'app' | filter ok = 0 | stats count(*) as failures by user | filter failures > 0 | fields user) and ispresent(ms) | fields id | sort id
