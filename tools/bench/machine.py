"""What the figures were taken on, so that they can be read. No name of a machine is among it."""

import os
import platform
from pathlib import Path
from typing import Any

import django

_CPU, _MEMORY = Path("/proc/cpuinfo"), Path("/proc/meminfo")


def machine() -> dict[str, Any]:
    """Cores, memory, and the versions of what runs on them."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _said(_CPU, "model name"),
        "cores": os.cpu_count(),
        "memory_gb": _memory(),
        "python": platform.python_version(),
        "django": django.get_version(),
    }


def _said(path: Path, name: str) -> str:
    """What one of the system's own files says under a name; "" where there is no such file."""
    if not path.exists():
        return ""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _memory() -> int | None:
    said = _said(_MEMORY, "MemTotal")
    return round(int(said.split()[0]) / 1024**2) if said else None
