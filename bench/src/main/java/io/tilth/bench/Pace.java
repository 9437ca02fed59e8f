package io.tilth.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Things that happen so many times a second, whatever becomes of those before.
 *
 * @param rise seconds until it is so many; before, it is ever more
 */
record Pace(int perSecond, int seconds, int rise) {

    Pace(int perSecond, int seconds) {
        this(perSecond, seconds, 0);
    }

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
        var deeds = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; due(i) < seconds; i++) {
                int number = i;
                long due = begin + (long) (1e9 * due(i));
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

    /** Seconds after the beginning. */
    private double due(int number) {
        double risen = perSecond * rise / 2.0;
        return number < risen ? Math.sqrt(2.0 * number * rise / perSecond) : rise / 2.0 + (double) number / perSecond;
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
