"""What the digit reader is measured with."""

import os

# One thread, as the engine has: two waiting for one another count twice in CPU seconds.
# numpy reads it when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
