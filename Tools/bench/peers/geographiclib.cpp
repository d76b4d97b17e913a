// Geodesics by GeographicLib's C++ library: geographiclib inverse|direct DATA

#include "loop.h"
#include <GeographicLib/Geodesic.hpp>
#include <cstring>

using GeographicLib::Geodesic;

static void inverse(const double *questions, long count, double *answers) {
  const Geodesic &earth = Geodesic::WGS84();
  for (long i = 0; i < count; i++) {
    const double *q = questions + 4 * i;
    double *a = answers + 3 * i;
    earth.Inverse(q[0], q[1], q[2], q[3], a[0], a[1], a[2]);
  }
}

static void direct(const double *questions, long count, double *answers) {
  const Geodesic &earth = Geodesic::WGS84();
  for (long i = 0; i < count; i++) {
    const double *q = questions + 4 * i;
    double *a = answers + 3 * i;
    earth.Direct(q[0], q[1], q[2], q[3], a[0], a[1], a[2]);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  return serve("GeographicLib C++ " GEOGRAPHICLIB_VERSION_STRING, argv[2], strcmp(argv[1], "direct") ? inverse : direct);
}
