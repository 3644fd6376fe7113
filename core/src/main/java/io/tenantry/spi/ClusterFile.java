package io.tenantry.spi;

/**
 * A file that the platform installs by hand because no API object can carry it, such as an audit policy.
 *
 * @param name a relative path below {@code cluster-files/}, with {@code /} between its segments
 * @param content text with {@code \n} line ends; never a secret
 */
public record ClusterFile(String name, String content) {}
