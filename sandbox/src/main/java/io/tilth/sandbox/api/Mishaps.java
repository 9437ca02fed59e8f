package io.tilth.sandbox.api;

import io.javalin.http.Context;
import io.tilth.sandbox.fault.Dice;
import io.tilth.sandbox.fault.Fault;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Lets happen to a call what the dice say. */
final class Mishaps {
    private final Dice dice;

    Mishaps(Dice dice) {
        this.dice = dice;
    }

    void before(String corp, String path, Context http) {
        if (dice.hits(Fault.SLOW, corp, path)) {
            waste(Duration.ofMillis(dice.faults().slowMillis()));
        }
        if (dice.hits(Fault.DROPPED, corp, path)) {
            cut(http);
        }
        if (dice.hits(Fault.BROKEN, corp, path)) {
            throw new Silence(502);
        }
        refuse(Fault.BUSY, Code.BUSY, corp, path);
        refuse(Fault.EXPIRED, Code.EXPIRED_TOKEN, corp, path);
        refuse(Fault.OVER_LIMIT, Code.TOO_OFTEN, corp, path);
        refuse(Fault.CROWDED, Code.TOO_MANY_AT_ONCE, corp, path);
    }

    void after(String corp, String path, Context http) {
        if (dice.hits(Fault.ANSWER_LOST, corp, path)) {
            cut(http);
        }
    }

    private void refuse(Fault fault, Code code, String corp, String path) {
        code.unless(!dice.hits(fault, corp, path));
    }

    private static void cut(Context http) {
        ServletContextRequest.getServletContextRequest(http.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
        throw new Silence(500);
    }

    /** A slow platform is the point here, so this thread, a virtual one, really waits. */
    private static void waste(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Nothing is answered but a status, if that. */
    static final class Silence extends RuntimeException {
        private final int status;

        Silence(int status) {
            super("", null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
