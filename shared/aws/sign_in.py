"""Signing in with the user pool in Cognito, from the server: no password meets JavaScript."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError, ParamValidationError

from shared.aws.busy import code, waiting_for
from shared.errors import NotSignedIn
from shared.model.session import Challenge, ChallengeKind, Session

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient
    from mypy_boto3_cognito_idp.literals import ChallengeNameTypeType

WRONG = frozenset(
    {
        "CodeMismatchException",
        "ExpiredCodeException",
        "InvalidParameterException",
        "InvalidPasswordException",
        "NotAuthorizedException",
        "PasswordHistoryPolicyViolationException",
        "PasswordResetRequiredException",
        "UserNotConfirmedException",
        "UserNotFoundException",
    }
)
"""Which of them it was is never told: an answer would say which names exist."""

_KINDS: "Mapping[ChallengeNameTypeType, tuple[ChallengeKind, str]]" = {
    "NEW_PASSWORD_REQUIRED": (ChallengeKind.NEW_PASSWORD, "NEW_PASSWORD"),
    "SOFTWARE_TOKEN_MFA": (ChallengeKind.CODE, "SOFTWARE_TOKEN_MFA_CODE"),
}
"""Cognito's challenges, and the field that answers each."""


@dataclass(frozen=True)
class CognitoSignIn:
    """Keeps ``shared.ports.neighbours.SignIn``."""

    cognito: "CognitoIdentityProviderClient"
    pool: str
    client: str

    def enter(self, name: str, password: str) -> Session | Challenge:
        """Sign in with name and password. Raises NotSignedIn, TryLater."""
        given = {"USERNAME": name, "PASSWORD": password}
        with _named():
            answer = self.cognito.admin_initiate_auth(
                UserPoolId=self.pool,
                ClientId=self.client,
                AuthFlow="ADMIN_USER_PASSWORD_AUTH",
                AuthParameters=given,
            )
        return _result(name, answer)

    def answer(self, challenge: Challenge, answer: str) -> Session | Challenge:
        """Answer what was asked. Raises NotSignedIn, TryLater."""
        named, field = next((n, f) for n, (k, f) in _KINDS.items() if k is challenge.kind)
        with _named():
            result = self.cognito.admin_respond_to_auth_challenge(
                UserPoolId=self.pool,
                ClientId=self.client,
                ChallengeName=named,
                ChallengeResponses={"USERNAME": challenge.name, field: answer},
                Session=challenge.ticket,
            )
        return _result(challenge.name, result)


@contextmanager
def _named() -> Iterator[None]:
    """Turn every way in which Cognito refuses a person into NotSignedIn."""
    try:
        with waiting_for("cognito"):
            yield
    except ClientError as error:
        if code(error) in WRONG:
            raise NotSignedIn from None
        raise
    except ParamValidationError:
        raise NotSignedIn from None


def _result(name: str, answer: Any) -> Session | Challenge:
    if "AuthenticationResult" in answer:
        found = answer["AuthenticationResult"]
        return Session(token=found["IdToken"], seconds=int(found["ExpiresIn"]))
    kind = _KINDS.get(answer["ChallengeName"])
    if kind is None:
        raise NotSignedIn
    return Challenge(kind=kind[0], name=name, ticket=answer["Session"])
