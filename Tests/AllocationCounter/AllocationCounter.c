// Stands before the C library's malloc in the test program, which is where the Swift runtime gets its objects from.
#include "AllocationCounter.h"

#include <stddef.h>

extern void *__libc_malloc(size_t size);

static __thread long count;

void *malloc(size_t size) {
  count += 1;
  return __libc_malloc(size);
}

long allocation_count(void) { return count; }
