/**
 * From bound tenants to checked objects: calls the contributors, places what they return, accounts for every parameter,
 * and finds what they do wrong.
 */
@NullMarked
package io.tenantry.internal.render;

import org.jspecify.annotations.NullMarked;
