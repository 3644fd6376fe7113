package io.tenantry.sample;

/** The section's part of the cluster profile. */
public record CeilingProfile(String namespace, Integer most) {}
