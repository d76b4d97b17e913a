#include "EmbeddedScenarios.h"
