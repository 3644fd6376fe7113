package io.tenantry.testkit.attack;

/** Config of {@link FlagContributor}. */
public record Flag(Boolean allowed) {}
