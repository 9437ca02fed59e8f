package io.tilth.kernel;

/**
 * Keeps one visitor from taking what all share. Addresses, accounts, keys and companies are counted at the edge, where
 * everybody passes; only the page that knows its visitor can name them.
 */
public interface Limits {

    /**
     * Counts one request of a visitor.
     *
     * @param device who it is, as the page knows them
     * @throws Refusal OVER_LIMIT, with the seconds to wait
     */
    void visitor(String device);
}
