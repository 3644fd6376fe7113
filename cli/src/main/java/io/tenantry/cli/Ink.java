package io.tenantry.cli;

import io.tenantry.validation.Severity;

/** Colours, or none. */
record Ink(boolean colour) {
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String CYAN = "36";
    private static final String GREEN = "32";
    private static final String BOLD = "1";

    String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> in(RED, severity.toString());
            case WARNING -> in(YELLOW, severity.toString());
            case NOTICE -> in(CYAN, severity.toString());
        };
    }

    String bold(String text) {
        return in(BOLD, text);
    }

    String caret() {
        return in(GREEN, "^");
    }

    private String in(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
