# §1.3: or a name in backticks.
join left=a right=b where a.`detail-type` = b.`detail-type` (SOURCE 'app') | display a.`detail-type`, b.`a.b`, b.`with space`
