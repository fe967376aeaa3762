# Written with care, never built: there is no container engine where this project is developed. tests/setup
# holds it against the Makefile, the locks and the settings.

FROM python:3.11-slim AS build
WORKDIR /source
RUN python -m venv /opt/tuzetu
COPY requirements.lock ./
RUN /opt/tuzetu/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY pyproject.toml requirements.in README.md LICENSE ./
COPY amendments amendments
COPY service service
RUN find service -name '*.po' -exec sh -c '/opt/tuzetu/bin/pybabel -q compile -i "$1" -o "${1%.po}.mo"' sh {} \; \
 && /opt/tuzetu/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home tuzetu
COPY --from=build /opt/tuzetu /opt/tuzetu
COPY seeds /opt/tuzetu/seeds
COPY docs /opt/tuzetu/docs
ENV PATH=/opt/tuzetu/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    TUZETU_HOST=0.0.0.0 \
    TUZETU_DATA=/data \
    PORT=8000
USER tuzetu
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health', timeout=4)"]
CMD ["tuzetu", "serve"]
