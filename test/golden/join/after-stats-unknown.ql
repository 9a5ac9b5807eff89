# §3.7: of the left side only its columns exist then.
stats count(*) as n by user | join left=a right=b where a.status = b.status (SOURCE 'web')
