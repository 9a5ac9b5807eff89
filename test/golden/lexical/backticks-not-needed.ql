# §1.3: quoting a dotted path that did not need it changes nothing.
filter `detail.containers.0.name` = "app"
| display detail.containers.1.exitCode, `detail.lastStatus`
