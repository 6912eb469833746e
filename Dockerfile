# The program in an image. Build the program first, then the image:
#   ./tocsin --version && docker build -t tocsin .
# It runs as a user without rights on a read-only root file system; it writes to /var/lib/tocsin (state, log) and to /tmp, which must
# allow programs, since RocksDB unpacks its library there. See docs/containers.md.
ARG JAVA_IMAGE=eclipse-temurin:21-jre-noble
FROM ${JAVA_IMAGE}

LABEL org.opencontainers.image.title="Tocsin" \
      org.opencontainers.image.description="Typed, located, counted and corrected conflict events from news articles, on your own Kafka" \
      org.opencontainers.image.licenses="Apache-2.0"

# libraries first: they change seldom, so an upgrade moves one small layer
COPY pipeline/target/lib/ /opt/tocsin/lib/
COPY deploy/image/tocsin deploy/image/healthy /opt/tocsin/bin/
COPY LICENSE NOTICE pipeline/target/tocsin-sbom.json pipeline/target/tocsin.jar /opt/tocsin/
RUN mkdir -p /var/lib/tocsin && chown 10001:10001 /var/lib/tocsin

ENV PATH=/opt/tocsin/bin:$PATH
WORKDIR /var/lib/tocsin
VOLUME /var/lib/tocsin
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=5s --start-period=120s --retries=3 CMD ["/opt/tocsin/bin/healthy"]
ENTRYPOINT ["/opt/tocsin/bin/tocsin"]
CMD ["--help"]
