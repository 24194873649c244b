"""Failures of an engine, which carries out a build elsewhere than in processes of this machine."""

from concurrent.futures import BrokenExecutor


class EngineError(BrokenExecutor):
    """A failure of the engine that carries out a build: a sentence and its values."""

    def __init__(self, sentence: str, **values: str) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        return _error, (self.sentence, self.values)


def _error(sentence: str, values: dict[str, str]) -> EngineError:
    return EngineError(sentence, **values)
