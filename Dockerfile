# A router in a container: docker build -t iossim . && docker run --rm -p 8080:8080 -p 2222:2222 iossim
ARG BASE=python:3.12-slim

FROM ${BASE} AS build
WORKDIR /src
COPY . .
RUN python3 -m venv /opt/iossim && /opt/iossim/bin/pip install --no-cache-dir ".[https,ssh,telnet]"

FROM ${BASE}
RUN useradd --no-create-home --uid 10001 --home-dir /nvram --shell /usr/sbin/nologin iossim && install -d -o iossim /nvram
COPY --from=build /opt/iossim /opt/iossim
USER 10001
VOLUME /nvram
# HTTP (the XML API), SSH, telnet, metrics
EXPOSE 8080 2222 2323 9100
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD \
    ["/opt/iossim/bin/python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:9100/health', timeout=2)"]
ENTRYPOINT ["/opt/iossim/bin/iossim"]
CMD ["serve", "--sample", "small-office", "--nvram", "/nvram", "--host", "0.0.0.0", \
     "--http-port", "8080", "--ssh-port", "2222", "--telnet-port", "2323", "--metrics-port", "9100"]
