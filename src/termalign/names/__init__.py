"""Names of people, places and organisations: their forms, parts, readings and English spellings."""
