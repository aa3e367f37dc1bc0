"""A page in the browser that shows routers: console, phones, XML API, configuration, scenario. It needs the extra `web`."""
