# docker build -t brenier .                              serves and trains, on the processor
# docker build -t brenier-api --target api .             serves only: without the training engine's natives
# docker build -t brenier-gpu --build-arg NATIVES=cuda . serves and trains, with CUDA's natives
ARG NATIVES=cpu
ARG VERSION=unknown
ARG REVISION=unknown

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
# The engine reads its natives from a folder: the jars that they come in are taken out of the class path.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -DskipGates -Dmaven.test.skip=true -Dspotless.check.skip=true package \
 && java -Djarmode=tools -jar target/brenier-*.jar extract --layers --application-filename brenier.jar --destination /layers \
 && mkdir -p /natives/jars && mv /layers/dependencies/lib/pytorch-jni-*.jar /layers/dependencies/lib/pytorch-native-*.jar /natives/jars/

# The natives for the processor, without the symbols that only a debugger reads: a fifth of their size.
FROM build AS natives-cpu
WORKDIR /natives
RUN for jar in jars/*.jar; do jar xf "$jar"; done \
 && mkdir -p /pytorch/torch/lib \
 && mv pytorch/cpu/linux-x86_64/*.so* jnilib/linux-x86_64/cpu/libdjl_torch.so /pytorch/torch/lib/ \
 && strip --strip-unneeded /pytorch/torch/lib/*.so

# The natives with CUDA: those of PyTorch's own Python wheels, in the folders in which they find each other, and DJL's bridge to them.
# No Maven repository has them for this version.
FROM build AS natives-cuda
RUN apt-get update && apt-get install -y --no-install-recommends python3-pip
COPY docker/cuda-natives.txt .
WORKDIR /natives
RUN --mount=type=cache,target=/root/.cache/pip python3 -m pip install --break-system-packages --no-deps --only-binary=:all: --no-compile \
    --python-version 3.12 --implementation cp --platform manylinux_2_28_x86_64 --platform manylinux_2_27_x86_64 --platform manylinux2014_x86_64 \
    --target /wheels --requirement /src/cuda-natives.txt \
 && jar xf jars/pytorch-jni-*.jar \
 && mkdir -p /pytorch/torch && mv /wheels/torch/lib /pytorch/torch/lib && mv /wheels/nvidia /wheels/cusparselt /pytorch/ \
 && mv jnilib/linux-x86_64/cu128/libdjl_torch.so /pytorch/torch/lib/ \
 && rm -f /pytorch/torch/lib/libtorch_python.so /pytorch/torch/lib/libshm.so \
 && find /pytorch \( -name '*.py' -o -name '*.h' -o -name '*.hpp' -o -name '*.a' \) -delete && rm -rf /wheels \
 # All of them find what they need, but for the driver's library, which the container runtime mounts.
 && ! LD_LIBRARY_PATH=/pytorch/torch/lib sh -c 'ldd /pytorch/torch/lib/*.so' | grep 'not found' | grep -v libcuda.so.1

FROM eclipse-temurin:25-jre AS service
LABEL org.opencontainers.image.title="Brenier" \
      org.opencontainers.image.description="Learns optimal transport maps from samples and serves them" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /layers/dependencies/ /app/
COPY --from=build /layers/snapshot-dependencies/ /app/
COPY --from=build /layers/application/ /app/
COPY LICENSE /app/
# The only folder beside /tmp that is written to.
RUN install -d -o 10001 -g 10001 /data
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
# To the console, as lines of JSON; no file of its own.
ENV SERVER_ADDRESS=0.0.0.0 \
    BRENIER_STORAGE_DIRECTORY=/data \
    LOGGING_FILE_NAME= \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs \
    JDK_JAVA_OPTIONS="-Xms64m -XX:MaxRAMPercentage=50"
HEALTHCHECK --interval=5s --timeout=4s --start-period=180s --retries=3 \
  CMD ["sh", "-c", "exec curl --silent --fail --output /dev/null --max-time 3 http://127.0.0.1:${SERVER_PORT:-8080}/readyz"]
# Java is process 1 itself, so that it gets the SIGTERM on which trainings write their checkpoints.
ENTRYPOINT ["java", "-XX:AOTCache=/app/brenier.aot", "-XX:+ExitOnOutOfMemoryError", \
  "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/brenier.jar"]

# The same classes, from the same paths, are linked once, here.
FROM service AS linked
COPY docker/warm-up /usr/local/bin/warm-up
RUN warm-up -XX:AOTCacheOutput=/tmp/brenier.aot \
    --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar /app/brenier.jar

# For the image that only serves, where the cache would be the larger half: a class-data archive on top of the JRE's own, which every JRE of the public images has.
FROM service AS with-jre-archive
USER 0:0
RUN [ -e "$JAVA_HOME/lib/server/classes.jsa" ] || java -Xshare:dump
USER 10001:10001

FROM with-jre-archive AS archived
COPY docker/warm-up /usr/local/bin/warm-up
RUN warm-up -XX:ArchiveClassesAtExit=/tmp/brenier.jsa --sun-misc-unsafe-memory-access=allow -jar /app/brenier.jar

FROM with-jre-archive AS api
COPY --from=archived --chown=0:0 /tmp/brenier.jsa /app/
ENV BRENIER_ROLE=api
# Without native access, which it has no use for: the JRE's own archive knows of none, and a JVM that is given it leaves the modules' part unused.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/app/brenier.jsa", "-XX:+ExitOnOutOfMemoryError", \
  "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/brenier.jar"]
ARG VERSION
ARG REVISION
LABEL org.opencontainers.image.version="${VERSION}" org.opencontainers.image.revision="${REVISION}"

FROM service AS service-cpu

FROM service AS service-cuda
ENV PYTORCH_FLAVOR=cu128 NVIDIA_VISIBLE_DEVICES=all NVIDIA_DRIVER_CAPABILITIES=compute,utility

FROM natives-${NATIVES} AS natives

FROM service-${NATIVES} AS brenier
COPY --from=natives /pytorch /opt/pytorch
COPY --from=linked --chown=0:0 /tmp/brenier.aot /app/
ENV PYTORCH_LIBRARY_PATH=/opt/pytorch/torch/lib
ARG VERSION
ARG REVISION
LABEL org.opencontainers.image.version="${VERSION}" org.opencontainers.image.revision="${REVISION}"
