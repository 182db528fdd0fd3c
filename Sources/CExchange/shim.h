// Swaps two directory entries in one step; glibc declares renameat2 only under _GNU_SOURCE, which Swift's module of it
// is built without.
#pragma once
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif

/// 0, or errno.
static inline int plumbline_exchange(const char *_Nonnull left, const char *_Nonnull right) {
#if defined(__linux__)
    const unsigned exchange = 2; // RENAME_EXCHANGE, linux/fs.h
    return syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, exchange) == 0 ? 0 : errno;
#elif defined(__APPLE__)
    return renamex_np(left, right, RENAME_SWAP) == 0 ? 0 : errno;
#else
    return ENOSYS;
#endif
}
