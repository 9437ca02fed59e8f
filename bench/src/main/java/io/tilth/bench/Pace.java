package io.tilth.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Things that happen so many times a second, whatever becomes of those before. */
record Pace(int perSecond, int seconds) {

    interface Deed {
        /** @param due when it was to happen, by {@link System#nanoTime} */
        void at(int number, long due) throws Exception;
    }

    /** Begins; the outcome says how many failed. */
    Callable<Long> begin(Deed deed) {
        var outcome = new CompletableFuture<Long>();
        Thread.ofPlatform().daemon().start(() -> outcome.complete(play(deed)));
        return outcome::get;
    }

    private long play(Deed deed) {
        long begin = System.nanoTime();
        double apart = 1e9 / perSecond;
        var deeds = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < perSecond * seconds; i++) {
                int number = i;
                long due = begin + (long) (i * apart);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                deeds.add(threads.submit(() -> {
                    deed.at(number, due);
                    return null;
                }));
            }
        }
        return deeds.stream().filter(Pace::failed).count();
    }

    private static boolean failed(Future<?> deed) {
        try {
            deed.get();
            return false;
        } catch (ExecutionException failure) {
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
