# The bot in a container: the Node of the lock file, production dependencies, no shell, not root.
#   docker build -t footnote . && docker run --env-file .env -v ./corpus:/app/corpus -v footnote:/app/data footnote
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The lock file brings Node itself, checked by its hash; of that package only the program is needed.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && mv node_modules/node-linux-*/bin/node node \
 && rm -rf node_modules/node-* node_modules/.bin node_modules/.package-lock.json node_modules/.cache
COPY LICENSE ./
COPY commands commands
COPY src src
COPY corpus corpus
# Volumes that are made of these folders belong to the user of the container.
RUN mkdir data && chown -R 65532:65532 data corpus && chmod 700 data

FROM gcr.io/distroless/cc-debian12:nonroot
WORKDIR /app
COPY --from=build /app /app
ENV NODE_ENV=production CORPUS_DIR=/app/corpus DATA_DIR=/app/data HEALTH_PORT=9464
USER 65532:65532
VOLUME ["/app/corpus", "/app/data"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["/app/node", "src/launch.js", "health"]
ENTRYPOINT ["/app/node", "--max-semi-space-size=4", "src/launch.js"]
CMD ["start"]
