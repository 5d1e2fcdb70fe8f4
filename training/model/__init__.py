"""The language model: raw data to the shipped ONNX file, by ``prepare``, ``train``, ``evaluate`` and ``export``."""
