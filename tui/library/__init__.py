"""The library: what the browser and the command line stand on."""
