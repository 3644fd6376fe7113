package io.tenantry.cli;

import java.io.IOException;
import java.util.List;

/** Asks whoever sits at the terminal. */
record Confirmation(Console console) {

    /**
     * Whether the user agrees.
     *
     * @param names to be typed one by one; when there are none, {@code yes} is
     */
    boolean of(String question, List<String> names) throws IOException {
        if (!console.interactive()) {
            console.err()
                    .println("tenantry: error: nobody is here to agree to these changes; look at them, then add --yes");
            return false;
        }
        for (var name : names.isEmpty() ? List.of("yes") : names) {
            console.err().print(names.isEmpty() ? question + " Type yes: " : question + " Type " + name + ": ");
            console.err().flush();
            if (!line().equals(name)) {
                console.err().println("nothing was changed");
                return false;
            }
        }
        return true;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = console.in().read(); c >= 0 && c != '\n'; c = console.in().read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
