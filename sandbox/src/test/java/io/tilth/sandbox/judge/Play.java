package io.tilth.sandbox.judge;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Something to play.
 *
 * @param without the fields of the sample that it cannot bring about
 */
record Play(Callable<Map<String, String>> play, Set<String> without) {

    Map<String, String> fields() throws Exception {
        return play.call();
    }
}
