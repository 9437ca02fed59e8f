package io.tilth.sandbox.callback;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Does one thing after the other, in its own thread while there is something to do. */
final class Lane {
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private final Consumer<Delivery> work;
    private boolean busy;

    Lane(Consumer<Delivery> work) {
        this.work = work;
    }

    synchronized void add(Delivery delivery) {
        waiting.add(delivery);
        if (!busy) {
            busy = true;
            Thread.ofVirtual().name("callback").start(this::work);
        }
    }

    private void work() {
        for (var next = next(); next != null; next = next()) {
            work.accept(next);
        }
    }

    private synchronized Delivery next() {
        var next = waiting.poll();
        busy = next != null;
        return next;
    }
}
