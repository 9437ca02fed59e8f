package io.tilth.acquisition;

/** How a channel code stands. */
public enum CodeStanding {
    /** WeCom has yet to be told. */
    PENDING,
    LIVE,
    TROUBLED,
    /** Its time is over; scans go to the spares. */
    OVER,
    RETIRED
}
