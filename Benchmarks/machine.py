"""What a measurement says of where it was made."""

import datetime
import os
import platform


def processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def lines() -> list[str]:
    return [
        f"machine  {processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        f"date     {datetime.date.today().isoformat()}",
    ]
