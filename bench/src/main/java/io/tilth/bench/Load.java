package io.tilth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Sends requests over a number of connections and takes the time of each.
 *
 * @param from the address of each connection
 */
record Load(int port, IntFunction<byte[]> requests, IntFunction<String> from) {

    private static final String HERE = "127.0.0.1";

    Load(int port, IntFunction<byte[]> requests) {
        this(port, requests, connection -> HERE);
    }

    /**
     * @param perSecond answered with success, out of all the time it took
     * @param shed turned away in good order, with the word when to come back
     */
    record Result(double perSecond, long answered, long shed, long failed, double p50, double p99) {

        /** How many a second were asked at all: less than was meant where every connection still waits for an answer. */
        double asked() {
            return answered == 0 ? 0 : perSecond * (answered + shed + failed) / answered;
        }

        @Override
        public String toString() {
            return "%,7.0f/s  p50 %6.1f ms  p99 %6.1f ms%s"
                    .formatted(
                            perSecond,
                            p50,
                            p99,
                            (shed == 0 ? "" : "  shed " + shed) + (failed == 0 ? "" : "  FAILED " + failed));
        }
    }

    /** Each connection sends the next request as soon as the last is answered. */
    Result closed(int connections, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        return run(connections, (next, wire, sample) -> {
            while (System.nanoTime() < end) {
                sample.take(System.nanoTime(), wire, requests.apply(next.getAndIncrement()));
            }
        });
    }

    /** So many a second, whatever the answers do; the time counts from when a request was due. */
    Result open(int connections, int perSecond, int seconds) throws InterruptedException {
        long begin = System.nanoTime() + 50_000_000L;
        int count = perSecond * seconds;
        double apart = 1e9 / perSecond;
        return run(connections, (next, wire, sample) -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                long due = begin + (long) (number * apart);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                sample.take(due, wire, requests.apply(number));
            }
        });
    }

    private Result run(int connections, Sender sender) throws InterruptedException {
        var next = new AtomicInteger();
        var samples = new ArrayList<Sample>();
        var threads = new ArrayList<Thread>();
        long begin = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            var sample = new Sample();
            var own = from.apply(i);
            samples.add(sample);
            threads.add(Thread.ofPlatform().start(() -> {
                try (var wire = new Wire(port, own)) {
                    sender.send(next, wire, sample);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return result(samples, (System.nanoTime() - begin) / 1e9);
    }

    private static Result result(List<Sample> samples, double seconds) {
        var times = samples.stream()
                .flatMapToLong(sample -> Arrays.stream(sample.times, 0, sample.count))
                .sorted()
                .toArray();
        long shed = samples.stream().mapToLong(sample -> sample.shed).sum();
        long failed = samples.stream().mapToLong(sample -> sample.failed).sum();
        return new Result(
                times.length / seconds, times.length, shed, failed, at(times, 0.5) / 1e6, at(times, 0.99) / 1e6);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }

    private interface Sender {
        void send(AtomicInteger next, Wire wire, Sample sample) throws IOException;
    }

    private static final class Sample {
        private long[] times = new long[1 << 14];
        private int count;
        private long shed;
        private long failed;

        void take(long since, Wire wire, byte[] request) throws IOException {
            var answer = wire.ask(request);
            if (!answer.isGood()) {
                shed += answer.isShed() ? 1 : 0;
                failed += answer.isShed() ? 0 : 1;
                return;
            }
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = System.nanoTime() - since;
        }
    }
}
