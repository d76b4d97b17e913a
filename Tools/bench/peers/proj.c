// Geodesics by PROJ's C library: proj inverse|direct DATA

#include "loop.h"
#include <geodesic.h>
#include <proj.h>
#include <string.h>

#define TEXT(number) #number
#define VERSION_OF(major, minor, patch) "PROJ " TEXT(major) "." TEXT(minor) "." TEXT(patch)
#define VERSION VERSION_OF(PROJ_VERSION_MAJOR, PROJ_VERSION_MINOR, PROJ_VERSION_PATCH)

static struct geod_geodesic earth;

static void inverse(const double *questions, long count, double *answers) {
  for (long i = 0; i < count; i++) {
    const double *q = questions + 4 * i;
    double *a = answers + 3 * i;
    geod_inverse(&earth, q[0], q[1], q[2], q[3], a, a + 1, a + 2);
  }
}

static void direct(const double *questions, long count, double *answers) {
  for (long i = 0; i < count; i++) {
    const double *q = questions + 4 * i;
    double *a = answers + 3 * i;
    geod_direct(&earth, q[0], q[1], q[2], q[3], a, a + 1, a + 2);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  geod_init(&earth, 6378137, 1 / 298.257223563);
  return serve(VERSION, argv[2], strcmp(argv[1], "direct") ? inverse : direct);
}
