package io.tilth.sandbox.fault;

/** Something that can go wrong. */
public enum Fault {
    /** The answer takes its time. */
    SLOW,
    /** -1 */
    BUSY,
    /** 42001 although the token is good. */
    EXPIRED,
    /** 45009 although the limit is not reached. */
    OVER_LIMIT,
    /** 45033 */
    CROWDED,
    /** HTTP 502 instead of JSON. */
    BROKEN,
    /** The connection is cut before anything has happened. */
    DROPPED,
    /** It happens, but the connection is cut before the answer. */
    ANSWER_LOST,
    /** A callback is sent twice. */
    CALLBACK_TWICE,
    /** A callback comes late; those behind it do not wait. */
    CALLBACK_LATE,
    /** A callback changes places with the next ones. */
    CALLBACK_SHUFFLED,
    /** A callback is never sent. */
    CALLBACK_LOST
}
