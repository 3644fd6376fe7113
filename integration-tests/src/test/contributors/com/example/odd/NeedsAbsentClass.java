package com.example.odd;

import io.tenantry.spi.*;

/** Its superclass is left out of the jar. */
public class NeedsAbsentClass extends AbsentClass {}
