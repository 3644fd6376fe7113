package io.tenantry.cluster.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** A number of threads, and so of requests that are under way at once. */
public final class Workers implements AutoCloseable {
    private final ExecutorService threads;

    Workers(int number) {
        threads = Executors.newFixedThreadPool(number, task -> {
            var thread = new Thread(task, "tenantry-request");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does something with each item and returns when all of it is done; the first failure ends what has not begun. */
    public <T> void forEach(Collection<T> items, Consumer<? super T> action) {
        map(items, item -> {
            action.accept(item);
            return true;
        });
    }

    /** What becomes of each item, in the order of the items. */
    public <T, R> List<R> map(Collection<T> items, Function<? super T, R> function) {
        var futures = new ArrayList<Future<R>>(items.size());
        for (var item : items) {
            Callable<R> task = () -> function.apply(item);
            futures.add(threads.submit(task));
        }
        var results = new ArrayList<R>(items.size());
        try {
            for (var future : futures) {
                results.add(future.get());
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted", e);
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
    }
}
