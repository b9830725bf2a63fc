"""Never found: its entry_points.txt is not one."""
