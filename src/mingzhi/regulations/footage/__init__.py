"""音像资料: what cameras and recorders bring back, taken into the vault as it is, bound to an activity, kept and shown by rule. Serves 音像记录管理制度."""
