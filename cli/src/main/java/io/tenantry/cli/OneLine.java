package io.tenantry.cli;

import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Texts of exceptions as one line for a terminal. */
final class OneLine {
    private OneLine() {}

    /** The message as one line; the class where there is none or it says too little. */
    static String of(Throwable e) {
        if (e instanceof FileSystemException failure && failure.getReason() == null) {
            return of(failure.getClass().getSimpleName() + " " + failure.getFile());
        }
        boolean said = e.getMessage() != null && !(e instanceof RuntimeException) && !(e instanceof Error);
        return said || e instanceof io.tenantry.ContributorException ? of(e.getMessage()) : of(e.toString());
    }

    /** The text with line ends and other control characters as blanks. */
    static String of(@Nullable String text) {
        var line = new StringBuilder();
        String.valueOf(text).chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
        return line.toString().strip();
    }
}
