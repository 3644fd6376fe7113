package io.tenantry.validation;

/**
 * One thing that was looked at.
 *
 * @param name the section or the render check
 * @param tenant empty when about all tenants
 * @param detail what failed, or what was looked at
 */
public record Check(String name, String tenant, boolean passed, String detail) {}
