// What a program that is started runs in; glibc declares the call only under _GNU_SOURCE, which Swift's module of it is
// built without, and Swift takes the environment for a variable that anybody may change.
#pragma once
#include <spawn.h>
#if defined(__linux__)
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *_Nonnull, const char *_Nonnull);
#endif
extern char *_Nullable *_Nullable environ;

/// 0, or an error's number.
static inline int plumbline_start_in(posix_spawn_file_actions_t *_Nonnull actions, const char *_Nonnull directory) {
    return posix_spawn_file_actions_addchdir_np(actions, directory);
}

/// `NAME=value`, ended by a null pointer.
static inline char *_Nullable *_Nullable plumbline_environment(void) { return environ; }
