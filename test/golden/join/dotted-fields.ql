# §1.3: behind the side stands a whole path.
join left=a right=b where a.detail.lastStatus = b.detail.lastStatus (SOURCE 'app') | display a.detail.containers.0.name, b.detail.containers.1.exitCode
