"""The town on a laptop: the deployed system, made from template.yaml, on 127.0.0.1.

Here an AWS account is played by moto, Lambda by worker processes, SES by an SMTP listener
and a folder. docs/running.md says what is enforced here and what only AWS itself does.
"""
