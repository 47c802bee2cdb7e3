"""Publication that was late, selective or missing: found, ordered to be put right, put right, and answered for. Serves 公示制度 15."""
