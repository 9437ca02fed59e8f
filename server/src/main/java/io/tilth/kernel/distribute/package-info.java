/**
 * How the tables would lie in a cluster of Citus, PostgreSQL's distributed engine, as a command of the server's own
 * program.
 *
 * <pre>
 * --tilth.command=distribute                        says which table goes where, and what stands in the way
 * --tilth.command=distribute --tilth.file=to.sql    also writes the steps as a script for the coordinator
 * </pre>
 *
 * <p>Reads the catalog alone, so it may run beside a working server, on a PostgreSQL with Citus or without it. It
 * changes nothing: the script is run by hand, by whoever answers for the cluster.
 */
package io.tilth.kernel.distribute;
