#pragma once

#include <stddef.h>

/// One file of a scenario that ships inside the binary.
struct overflight_embedded_file {
  /// The scenario's folder name.
  const char *_Nonnull scenario;
  /// The file's path inside the folder.
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// How many files there are.
size_t overflight_embedded_file_count(void);

/// The file with a number below the count.
struct overflight_embedded_file overflight_embedded_file_at(size_t number);
