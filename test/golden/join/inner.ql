# §3.18: without a type, only events with a match; both sides are named.
join left=a right=b where a.user = b.user (SOURCE 'web') | display a.id, b.id, b.status, b.only
