package io.tenantry.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that takes one of a few words, as the constants' {@code toString} has them. */
record Choice<E extends Enum<E>>(List<E> constants) implements ITypeConverter<E> {
    Choice(E[] constants) {
        this(List.of(constants));
    }

    @Override
    public E convert(String word) {
        return constants.stream()
                .filter(constant -> constant.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of " + words() + " but is '" + word + "'"));
    }

    private String words() {
        return String.join(", ", constants.stream().map(Enum::toString).toList());
    }
}
