package io.tenantry.validation;

/**
 * One thing that was looked at.
 *
 * @param name {@code document} (what was read), {@code identity} (names, labels), the section or the render check
 * @param tenant empty when about all tenants, or about texts that no tenant could be made of
 * @param detail what failed, or what was looked at
 */
public record Check(String name, String tenant, boolean passed, String detail) {}
