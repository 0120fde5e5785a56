# syntax=docker/dockerfile:1

# The libraries that package-lock.json names, those of production alone. The Node among them is for machines that have none: here the image's own does.
FROM node:24-bookworm-slim AS libraries
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --include=optional --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/node-darwin-* node_modules/node-bin-* node_modules/.bin/node node_modules/better-sqlite3/deps

FROM node:24-bookworm-slim
ENV NODE_ENV=production METRICS_PORT=9464
WORKDIR /app
COPY --from=libraries /app/node_modules node_modules
COPY package.json slack-app-manifest.json ./
COPY migrations migrations
COPY guides guides
COPY src src
# All that is written: the database, its key, and who is to stay forgotten. The rest may be mounted read-only, with a /tmp for files on their way.
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node
# Alive, as it says itself on a port that only this container hears.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.METRICS_PORT + '/healthz').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Node itself, not npm: that would be gone before the bot has ended.
CMD ["node", "src/main.ts"]
