/** ResourceQuotas and LimitRanges: the sections {@code quota} and {@code limits}. */
@NullMarked
package io.tenantry.feature.quota;

import org.jspecify.annotations.NullMarked;
