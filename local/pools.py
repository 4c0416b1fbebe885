"""User pools from a template: moto has Cognito, but its CloudFormation does not make one.

moto looks for the classes that make resources among the subclasses of its own; those here are
found once this module is imported, which ``install`` says aloud.
"""

from abc import abstractmethod
from typing import Any, Self

from moto.cloudformation import parsing
from moto.cognitoidp.models import CognitoIdpBackend, cognitoidp_backends
from moto.core.common_models import CloudFormationModel


def install() -> None:
    """Let moto find the classes of this module, whatever it has looked for before."""
    for known in vars(parsing).values():
        if hasattr(known, "cache_clear"):
            known.cache_clear()


class _Made(CloudFormationModel):
    """What the template draws, made: its physical id and its attributes."""

    kind = ""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        """``name`` is what a reference to it stands for."""
        self.physical_resource_id = name
        self._attributes = attributes

    @staticmethod
    def cloudformation_name_type() -> str:
        """None of them is named by a property that moto needs to know."""
        return ""

    @staticmethod
    def cloudformation_type() -> str:
        """No resource is of the base's type."""
        return "Town::Cognito::None"

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        """The attributes that templates ask for."""
        return attr in {"Arn", "ProviderName"}

    def get_cfn_attribute(self, name: str) -> str:
        """One of them."""
        return self._attributes[name]

    @classmethod
    def create_from_cloudformation_json(
        cls,
        resource_name: str,  # noqa: ARG003 - moto's signature
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
        **_: Any,
    ) -> Self:
        """Make it in the pretend account."""
        return cls._make(cognitoidp_backends[account_id][region_name], cloudformation_json)

    @classmethod
    @abstractmethod
    def _make(cls, backend: CognitoIdpBackend, drawn: dict[str, Any]) -> Self:
        """What is drawn, made of moto's own."""

    def is_created(self) -> bool:
        """At once."""
        return True


class UserPool(_Made, CloudFormationModel):
    """The pool."""

    @staticmethod
    def cloudformation_type() -> str:
        """Its type."""
        return "AWS::Cognito::UserPool"

    @classmethod
    def _make(cls, backend: CognitoIdpBackend, drawn: dict[str, Any]) -> Self:
        given = dict(drawn["Properties"])
        pool = backend.create_user_pool(given.pop("UserPoolName"), given)
        issuer = f"cognito-idp.{pool.region}.amazonaws.com/{pool.id}"
        return cls(pool.id, {"Arn": pool.arn, "ProviderName": issuer})


class UserPoolClient(_Made, CloudFormationModel):
    """What signs people in."""

    @staticmethod
    def cloudformation_type() -> str:
        """Its type."""
        return "AWS::Cognito::UserPoolClient"

    @classmethod
    def _make(cls, backend: CognitoIdpBackend, drawn: dict[str, Any]) -> Self:
        given = dict(drawn["Properties"])
        secret = str(given.pop("GenerateSecret", "")).lower() == "true"
        client = backend.create_user_pool_client(given.pop("UserPoolId"), secret, given)
        return cls(client.id, {})


class UserPoolGroup(_Made, CloudFormationModel):
    """A role that people have."""

    @staticmethod
    def cloudformation_type() -> str:
        """Its type."""
        return "AWS::Cognito::UserPoolGroup"

    @classmethod
    def _make(cls, backend: CognitoIdpBackend, drawn: dict[str, Any]) -> Self:
        given = drawn["Properties"]
        name = given["GroupName"]
        backend.create_group(given["UserPoolId"], name, given.get("Description", ""), "", 0)
        return cls(name, {})


class UserPoolDomain(_Made, CloudFormationModel):
    """Where a pool gives tokens to programs."""

    @staticmethod
    def cloudformation_type() -> str:
        """Its type."""
        return "AWS::Cognito::UserPoolDomain"

    @classmethod
    def _make(cls, backend: CognitoIdpBackend, drawn: dict[str, Any]) -> Self:
        given = drawn["Properties"]
        backend.create_user_pool_domain(given["UserPoolId"], given["Domain"])
        return cls(given["Domain"], {})


class UserPoolResourceServer(_Made, CloudFormationModel):
    """What a token may be good for."""

    @staticmethod
    def cloudformation_type() -> str:
        """Its type."""
        return "AWS::Cognito::UserPoolResourceServer"

    @classmethod
    def _make(cls, backend: CognitoIdpBackend, drawn: dict[str, Any]) -> Self:
        given = drawn["Properties"]
        name = given["Identifier"]
        backend.create_resource_server(given["UserPoolId"], name, given["Name"], given["Scopes"])
        return cls(name, {})
