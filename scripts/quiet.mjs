// Loaded before a command whose answer is its own words: the server's log would drown them.
process.env.JANJI_LOG_LEVEL ??= "silent";
