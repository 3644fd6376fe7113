/** Tenantry inside another tool. */
@NullMarked
package com.example.embedding;

import org.jspecify.annotations.NullMarked;
