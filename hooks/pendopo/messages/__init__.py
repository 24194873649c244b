"""Every sentence a problem can say: its code, what is wrong, how to mend it."""

from .fields import FIELDS
from .files import FILES
from .message import Message
from .plans import PLANS

MESSAGES: dict[str, Message] = FILES | FIELDS | PLANS
