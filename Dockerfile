# The server as an image: built from source, unpacked in layers, started from an ahead-of-time cache.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN --mount=type=cache,target=/m2 ./mvnw -B -Dmaven.repo.local=/m2 dependency:go-offline
COPY src src
RUN --mount=type=cache,target=/m2 ./mvnw -B -Dmaven.repo.local=/m2 -Dquick -DskipTests package \
    && java -Djarmode=tools -jar target/bonafide.jar extract --layers --destination target/layers

FROM eclipse-temurin:25-jre
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/bonafide bonafide \
    && install -d -o bonafide -g bonafide /opt/bonafide /var/lib/bonafide/data
USER bonafide
WORKDIR /opt/bonafide
COPY --from=build --chown=bonafide /src/target/layers/dependencies/ ./
COPY --from=build --chown=bonafide /src/target/layers/snapshot-dependencies/ ./
COPY --from=build --chown=bonafide /src/target/layers/application/ ./

# -Xmx bounds the memory. The cache is used only by a JVM with these same flags and this path.
ENV JVM_FLAGS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx256m"

# Trains the cache by serving requests, in a folder that goes with the layer: no key made here may
# ever be in an image. SIGTERM ends the server with 143, which is what is expected of it.
RUN mkdir /tmp/training && cd /tmp/training \
    && { java $JVM_FLAGS -XX:AOTCacheOutput=/opt/bonafide/bonafide.aot -jar /opt/bonafide/bonafide.jar serve --dev & } \
    && server=$! \
    && ask() { exec 3<>/dev/tcp/127.0.0.1/4433 && printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&3 && head -1 <&3; } \
    && for i in {1..60}; do (ask /health/ready) 2>/dev/null && break || sleep 1; done \
    && for i in {1..200}; do (ask /health/ready; ask /sessions/whoami; ask /self-service/login/api) >/dev/null; done \
    && kill $server && { wait $server || [ $? = 143 ]; } \
    && cd / && rm -rf /tmp/training && test -s /opt/bonafide/bonafide.aot

ENV JDK_JAVA_OPTIONS="$JVM_FLAGS -XX:AOTCache=/opt/bonafide/bonafide.aot"
# Only the public API leaves the container. The admin API, which asks nobody who they are, stays on the
# container's loopback: `docker compose exec` reaches it, or a side-car that shares the network.
ENV SERVE_PUBLIC_HOST=0.0.0.0 SERVE_ADMIN_HOST=127.0.0.1
WORKDIR /var/lib/bonafide
VOLUME /var/lib/bonafide/data
EXPOSE 4433
ENTRYPOINT ["java", "-jar", "/opt/bonafide/bonafide.jar"]
CMD ["serve"]
