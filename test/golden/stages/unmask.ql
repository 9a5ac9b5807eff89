# Nothing is masked here.
unmask user | fields unmask(path) as path2
