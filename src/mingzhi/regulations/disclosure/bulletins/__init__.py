"""What a town publishes that is no decision in a case: information before, during and after enforcement. Serves 公示制度 5 to 7, 12, 13."""
