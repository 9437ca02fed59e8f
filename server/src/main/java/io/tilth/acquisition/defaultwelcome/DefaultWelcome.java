package io.tilth.acquisition.defaultwelcome;

import io.tilth.acquisition.CodeWelcome;
import java.util.List;

/**
 * What the company says to new friends whom no code of ours brought.
 *
 * @param version 0 before anybody decided
 */
record DefaultWelcome(CodeWelcome welcome, int version) {

    /** Off: another tool, or WeCom's own console, may greet already. */
    static final DefaultWelcome UNDECIDED = new DefaultWelcome(new CodeWelcome(false, "", "", List.of(), List.of()), 0);
}
