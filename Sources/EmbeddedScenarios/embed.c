// The scenarios of the folder Scenarios/, as bytes of the binary.
//
// Every file of a scenario stands here once with a number of its own and once in the table below;
// a test holds the table against the folder.

#include "EmbeddedScenarios.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char hatay_scenario[] = {
#embed "../../Scenarios/hatay-2015-11-24/scenario.json"
};
static const unsigned char hatay_claims[] = {
#embed "../../Scenarios/hatay-2015-11-24/claims.json"
};
static const unsigned char hatay_sources[] = {
#embed "../../Scenarios/hatay-2015-11-24/SOURCES.md"
};
static const unsigned char hatay_borders_readme[] = {
#embed "../../Scenarios/hatay-2015-11-24/borders/README.md"
};
static const unsigned char hatay_borders_licence[] = {
#embed "../../Scenarios/hatay-2015-11-24/borders/LICENSE-ODbL.txt"
};
static const unsigned char hatay_ne_syria[] = {
#embed "../../Scenarios/hatay-2015-11-24/borders/natural-earth-10m-syria.geojson"
};
static const unsigned char hatay_ne_turkey[] = {
#embed "../../Scenarios/hatay-2015-11-24/borders/natural-earth-10m-turkey.geojson"
};
static const unsigned char hatay_osm_2018_syria[] = {
#embed "../../Scenarios/hatay-2015-11-24/borders/osm-2018-syria.geojson"
};
static const unsigned char hatay_osm_2018_turkey[] = {
#embed "../../Scenarios/hatay-2015-11-24/borders/osm-2018-turkey.geojson"
};
static const unsigned char hatay_osm_2026_syria[] = {
#embed "../../Scenarios/hatay-2015-11-24/borders/osm-2026-syria.geojson"
};
static const unsigned char hatay_osm_2026_turkey[] = {
#embed "../../Scenarios/hatay-2015-11-24/borders/osm-2026-turkey.geojson"
};

#define HATAY(path, bytes) {"hatay-2015-11-24", path, bytes, sizeof(bytes)}

static const struct overflight_embedded_file files[] = {
    HATAY("SOURCES.md", hatay_sources),
    HATAY("borders/LICENSE-ODbL.txt", hatay_borders_licence),
    HATAY("borders/README.md", hatay_borders_readme),
    HATAY("borders/natural-earth-10m-syria.geojson", hatay_ne_syria),
    HATAY("borders/natural-earth-10m-turkey.geojson", hatay_ne_turkey),
    HATAY("borders/osm-2018-syria.geojson", hatay_osm_2018_syria),
    HATAY("borders/osm-2018-turkey.geojson", hatay_osm_2018_turkey),
    HATAY("borders/osm-2026-syria.geojson", hatay_osm_2026_syria),
    HATAY("borders/osm-2026-turkey.geojson", hatay_osm_2026_turkey),
    HATAY("claims.json", hatay_claims),
    HATAY("scenario.json", hatay_scenario),
};

size_t overflight_embedded_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct overflight_embedded_file overflight_embedded_file_at(size_t number) { return files[number]; }
