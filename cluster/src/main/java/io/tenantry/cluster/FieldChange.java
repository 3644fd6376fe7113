package io.tenantry.cluster;

/**
 * A field whose live value is not the wanted one.
 *
 * @param path such as {@code spec.hard.pods}; a key with a dot stands in brackets
 * @param live JSON, empty where the field is not there
 * @param wanted JSON, empty where the field is to go
 * @param owner the other field managers that own it, empty when there is none
 */
public record FieldChange(String path, String live, String wanted, String owner) {}
