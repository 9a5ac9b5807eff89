# §3.8: fields of the right side may be parsed.
join left=a right=b where a.user = b.user (SOURCE 'web') | parse b.@message '"only":"*"' as o | display a.id, o
