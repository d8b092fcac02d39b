"""The accurate pipeline: a transformer encoder in eight bits that reads names, tags and trees (extra "accurate").

Words → `windows` → `pieces` → `network` (onnxruntime) → `decode` → the `component` sets what they say on the `Doc`.
The weights come in a package of their own, `models/pressparse-accurate` in the repository.
"""
