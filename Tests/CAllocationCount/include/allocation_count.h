#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

/// Bytes that this process has asked for since it began, whether given back or not; -1 where they cannot be counted.
long allocated_bytes(void);

#endif
