"""When somebody could meet: diaries, hours and rooms, and the free starts that suit a wish best."""
