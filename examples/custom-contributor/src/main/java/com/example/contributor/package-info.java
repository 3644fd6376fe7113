/** A contributor of your own. */
@NullMarked
package com.example.contributor;

import org.jspecify.annotations.NullMarked;
