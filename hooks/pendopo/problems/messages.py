"""Every sentence a problem can say: its code, what is wrong, how to mend it."""

from pendopo.kinds.plans.sentences import PLANS
from pendopo.problems.message import Message
from pendopo.reading.messages.fields import FIELDS
from pendopo.reading.messages.files import FILES

MESSAGES: dict[str, Message] = FILES | FIELDS | PLANS
