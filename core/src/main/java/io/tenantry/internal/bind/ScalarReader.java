package io.tenantry.internal.bind;

import io.tenantry.internal.read.ScalarNode;
import io.tenantry.validation.Quoted;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a scalar means where the schema expects a certain type.
 *
 * <p>The schema decides, not the look of the scalar: {@code no} is the text "no" where a text is expected and an error
 * where a boolean is; nothing is ever guessed by the rules of YAML 1.1.
 */
@FunctionalInterface
public interface ScalarReader {
    int LONGEST_NUMBER = 400;
    Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    Pattern DECIMALS = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** The value; never called for a null scalar. */
    Object read(ScalarNode scalar) throws Mismatch;

    /** A scalar that is not of the expected type. */
    final class Mismatch extends Exception {
        private static final long serialVersionUID = 1L;
        private final String fix;

        Mismatch(String message, String fix) {
            super(message, null, false, false);
            this.fix = fix;
        }

        String message() {
            return String.valueOf(getMessage());
        }

        String fix() {
            return fix;
        }
    }

    ScalarReader TEXT = ScalarNode::text;

    ScalarReader BOOLEAN = scalar -> {
        var text = scalar.text();
        boolean known = text.equals("true") || text.equals("false");
        if (known && scalar.plain()) {
            return text.equals("true");
        }
        var fix = known ? "write it without quotes" : meant(text);
        throw new Mismatch("is " + shown(scalar) + " but must be true or false", fix);
    };

    ScalarReader INTEGER = scalar -> Math.toIntExact(whole(scalar, Integer.MIN_VALUE, Integer.MAX_VALUE));

    ScalarReader LONG = scalar -> whole(scalar, Long.MIN_VALUE, Long.MAX_VALUE);

    ScalarReader DECIMAL = scalar -> {
        var text = scalar.text();
        if (!scalar.plain()
                || text.length() > LONGEST_NUMBER
                || !DECIMALS.matcher(text).matches()) {
            throw new Mismatch(
                    "is " + shown(scalar) + " but must be a decimal number",
                    "write it with digits and one point, such as 0.05, without quotes");
        }
        return new BigDecimal(text);
    };

    /**
     * A public factory or constructor from one text, whose IllegalArgumentException completes the sentence; an optional
     * {@code "; "} in it parts the fix from the message.
     */
    static ScalarReader by(Executable creator) {
        creator.setAccessible(true); // its class need not be public
        return scalar -> {
            try {
                return creator instanceof Method method
                        ? method.invoke(null, scalar.text())
                        : ((Constructor<?>) creator).newInstance(scalar.text());
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof IllegalArgumentException wrong) {
                    var parts = String.valueOf(wrong.getMessage()).split("; ", 2);
                    throw new Mismatch(asWritten(parts[0], scalar), parts.length == 2 ? parts[1] : "");
                }
                throw new IllegalStateException(creator + " failed", e.getCause());
            } catch (IllegalAccessException | InstantiationException e) {
                throw new IllegalStateException(creator + " cannot be called", e);
            }
        };
    }

    /** The message, which knows only the text, with the scalar's own quotes or none. */
    private static String asWritten(String message, ScalarNode scalar) {
        var text = "is " + Quoted.of(scalar.text());
        return message.startsWith(text) ? "is " + shown(scalar) + message.substring(text.length()) : message;
    }

    /** The scalar as the user wrote it, shortened, in quotes unless it is plain. */
    static String shown(ScalarNode scalar) {
        var quoted = Quoted.of(scalar.text());
        return scalar.plain() ? quoted.substring(1, quoted.length() - 1) : quoted;
    }

    /** What a word that other tools take for a boolean means. */
    private static String meant(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "y", "true", "1" -> "write true";
            case "no", "off", "n", "false", "0" -> "write false";
            default -> "write true or false, without quotes";
        };
    }

    private static long whole(ScalarNode scalar, long min, long max) throws Mismatch {
        var text = scalar.text();
        if (scalar.plain()
                && text.length() <= LONGEST_NUMBER
                && WHOLE.matcher(text).matches()) {
            var value = new BigDecimal(text);
            if (value.compareTo(BigDecimal.valueOf(min)) >= 0 && value.compareTo(BigDecimal.valueOf(max)) <= 0) {
                return value.longValueExact();
            }
            throw new Mismatch(
                    "is " + shown(scalar) + " but must be between " + min + " and " + max, "write a smaller number");
        }
        throw new Mismatch(
                "is " + shown(scalar) + " but must be a whole number",
                scalar.plain() ? "write decimal digits only, such as 500" : "write it without quotes");
    }
}
