"""Names of people, places and organisations: how they are written, cut, read and spelled in English."""
