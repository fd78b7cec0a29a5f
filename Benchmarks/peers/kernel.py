"""The C programs, built with gcc; the kernels are called through ctypes.

    kernel.build(folder)                            # compiles kernel.c and filter.c
    peer = kernel.Kernel(folder, shape, columns)    # structs, ready to be settled
    peer.run()                                      # what is timed
    peer.answers()                                  # int64 columns by name
"""

import ctypes
import pathlib
import subprocess

import numpy

HERE = pathlib.Path(__file__).parent
FLAGS = ["-std=c11", "-O3", "-march=native", "-Wall", "-Wextra", "-Werror", "-Wno-unused-value"]


def build(folder):
    """Both programs into a folder that programs may be run from, which a memory file system need not be."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["gcc", *FLAGS, "-shared", "-fPIC", "-o", folder / "kernel.so", HERE / "kernel.c"], check=True)
    subprocess.run(["gcc", *FLAGS, "-pthread", "-o", folder / "filter", HERE / "filter.c"], check=True)


def version():
    told = subprocess.run(["gcc", "--version"], capture_output=True, text=True, check=True).stdout
    return told.split("\n", 1)[0]


class Kernel:
    name = "C, structs, scalar"

    def __init__(self, folder, shape, columns):
        self.shape, self.count = shape, len(columns["total"])
        library = ctypes.CDLL(str(folder / "kernel.so"))
        self.settle = getattr(library, f"settle_all_{shape.name}")
        size_of = getattr(library, f"size_of_{shape.name}")
        size_of.restype = ctypes.c_int64
        self.claims = numpy.empty(self.count * size_of(), numpy.uint8)
        self.settled = numpy.empty((self.count, len(shape.answers)), numpy.int64)
        pointers = (ctypes.c_void_p * len(shape.columns))(*(columns[name].ctypes.data for name in shape.columns))
        getattr(library, f"load_{shape.name}")(pointers, ctypes.c_int64(self.count), self.address(self.claims))

    @staticmethod
    def address(array):
        return ctypes.c_void_p(array.ctypes.data)

    def run(self):
        self.settle(self.address(self.claims), ctypes.c_int64(self.count), self.address(self.settled))

    def answers(self):
        return dict(zip(self.shape.answers, numpy.ascontiguousarray(self.settled.T)))
