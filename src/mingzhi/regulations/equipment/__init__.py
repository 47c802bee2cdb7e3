"""Devices of enforcement (装备): who keeps and who carries them, checked before use, their clocks measured. Serves 装备管理制度 7, 8, 音像记录 2, 3, 6."""
