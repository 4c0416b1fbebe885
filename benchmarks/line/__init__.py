"""The deployed stations in one process: template.yaml's stack in moto, and who calls what."""
