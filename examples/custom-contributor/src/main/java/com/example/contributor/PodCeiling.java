package com.example.contributor;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** The section {@code podCeiling} of a tenant file. */
public record PodCeiling(
        @JsonPropertyDescription("How many pods each namespace may have.")
        Integer pods) {}
