"""执法活动: enforcement on the spot from arrival to departure, and that it is on record whole. Serves 全过程记录制度 12 to 16."""
