/**
 * The embedded PostgreSQL: unpacked, initialised, started and stopped by the server itself.
 *
 * <p>It runs only while no external database is configured; the rest of the product cannot tell the difference.
 */
@NullMarked
package io.tilth.kernel.postgres;

import org.jspecify.annotations.NullMarked;
