/**
 * A backup of the whole installation in one file, and its way back, as commands of the server's own program: the
 * embedded PostgreSQL brings no tools for it.
 *
 * <pre>
 * --tilth.command=backup  --tilth.file=tilth.zip     while the server runs or not
 * --tilth.command=restore --tilth.file=tilth.zip     into an empty database, while no server runs on it
 * </pre>
 *
 * <p>Left out is what the next hours bring back by themselves: sessions, the scheduler's table, live signals.
 */
package io.tilth.kernel.backup;
