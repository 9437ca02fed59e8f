package io.tilth.wecom;

import java.time.Duration;
import java.util.function.Supplier;

/** Measures what a piece of work asked of WeCom. */
public interface CallMeter {

    /** Does the work, in this thread, and counts the calls that it made and how long they waited for WeCom's limits. */
    <T> Measured<T> measure(Supplier<T> work);

    record Measured<T>(T result, long calls, Duration waited) {}
}
