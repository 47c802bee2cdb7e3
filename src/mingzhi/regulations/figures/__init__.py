"""年度执法数据: what a year of enforcement came to, counted from the records, supplied by the brigade, published by the town. Serves 公示制度 10."""
