# §2.2: nested keys are joined with dots, array positions are segments.
filter detail.containers.1.name = "proxy"
| fields detail.containers.0.exitCode, detail.essential, resources.0
