#include "structure.h"
