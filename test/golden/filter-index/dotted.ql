# §1.3: paths and backticks.
filterIndex `detail-type` = "ECS Task State Change" | filterIndex detail.containers.1.exitCode = 137 | fields id
