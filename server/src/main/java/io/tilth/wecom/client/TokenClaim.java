package io.tilth.wecom.client;

/** What somebody gets who comes for a token. */
sealed interface TokenClaim {

    /** There is one that holds. */
    record Ready(Token token) implements TokenClaim {}

    /** Nobody else is fetching one: fetch it, and bring it with this lease. */
    record Leased() implements TokenClaim {}

    /** Somebody else is fetching one. */
    record Wait() implements TokenClaim {}

    /** WeCom has just refused this secret; asking again at once would get the whole company blocked. */
    record Refused(int code) implements TokenClaim {}
}
