package io.tenantry.internal.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work on many items by as many threads as there are processors, with the results of one thread.
 *
 * <pre>{@code
 * InOrder.batches(sources, 64, batch -> read(batch));   // one result for each 64, in their order
 * }</pre>
 *
 * <p>Results come in the order of the items, and so does the failure that is thrown when there are several. A single
 * batch is worked on where it is, since a second thread would only cost time.
 */
public final class InOrder {
    private static final int BATCHES_IN_A_WINDOW = 64;

    private InOrder() {}

    /** What a function without side effects makes of each batch of so many items; the last batch may be smaller. */
    public static <T, R> List<R> batches(List<T> items, int size, Function<List<T>, R> function) {
        var batches = split(items, size);
        return batches.size() < 2
                ? batches.stream().map(function).toList()
                : batches.parallelStream().map(batch -> Outcome.of(function, batch)).toList().stream()
                        .map(Outcome::get)
                        .toList();
    }

    /**
     * The same for more items than memory should hold the results of: the batches of a window are worked on when the
     * iteration gets there.
     */
    public static <T, R> Iterable<R> windows(List<T> items, int size, Function<List<T>, R> function) {
        return () -> split(items, size * BATCHES_IN_A_WINDOW).stream()
                .flatMap(window -> batches(window, size, function).stream())
                .iterator();
    }

    /** The items in lists of so many. */
    private static <T> List<List<T>> split(List<T> items, int size) {
        var lists = new ArrayList<List<T>>();
        for (int from = 0; from < items.size(); from += size) {
            lists.add(items.subList(from, Math.min(items.size(), from + size)));
        }
        return lists;
    }

    /** A result, or why there is none. */
    private record Outcome<R>(
            @Nullable R result,
            @Nullable RuntimeException exception,
            @Nullable Error error) {

        static <T, R> Outcome<R> of(Function<T, R> function, T item) {
            try {
                return new Outcome<>(function.apply(item), null, null);
            } catch (RuntimeException e) {
                return new Outcome<>(null, e, null);
            } catch (Error e) {
                return new Outcome<>(null, null, e);
            }
        }

        R get() {
            if (exception != null) {
                throw exception;
            }
            if (error != null) {
                throw error;
            }
            return Objects.requireNonNull(result);
        }
    }
}
