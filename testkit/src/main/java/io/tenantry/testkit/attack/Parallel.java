package io.tenantry.testkit.attack;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does independent things at once, as many as an API server answers well. */
final class Parallel {
    private static final int REQUESTS = 8;

    private Parallel() {}

    static <T> void each(Collection<T> items, Consumer<T> action) {
        map(items, item -> {
            action.accept(item);
            return item;
        });
    }

    /** The results, in the order of the items. */
    static <T, R> List<R> map(Collection<T> items, Function<T, R> function) {
        var threads = Executors.newFixedThreadPool(REQUESTS);
        try {
            var results = items.stream()
                    .map(item -> threads.submit(() -> function.apply(item)))
                    .toList();
            return results.stream().map(Parallel::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
