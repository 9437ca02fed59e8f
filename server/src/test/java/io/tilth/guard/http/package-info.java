/**
 * Calls every operation of the interface as everybody who should not, with other tenants' ids and with bad input. The
 * operations come from the running server's own description, so that a later one is called as well.
 */
@NullMarked
package io.tilth.guard.http;

import org.jspecify.annotations.NullMarked;
