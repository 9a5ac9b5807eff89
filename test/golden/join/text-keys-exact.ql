# §2.3: text against text is exact: "200" is 200, but 007 is not 7.
filter id in ["int", "text", "zeros", "float"] | join left=a right=b where a.v = b.status (SOURCE 'app') | stats count(*) as n by a.id | sort a.id
