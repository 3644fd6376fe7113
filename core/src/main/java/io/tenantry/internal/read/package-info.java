/**
 * The reading room: bytes become documents of positioned, untyped nodes. Whatever is wrong with the bytes, the encoding
 * or the syntax becomes a problem; no input makes it throw, and its work grows linearly with the input.
 */
@NullMarked
package io.tenantry.internal.read;

import org.jspecify.annotations.NullMarked;
