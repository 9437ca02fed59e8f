/**
 * Watches every statement that the server sends while the tests run. Row-level security hides a forgotten tenant; here
 * it shows: each tenant table must be tied to the tenant in the statement itself, which is also what lets a distributed
 * database send the statement to one shard.
 */
@NullMarked
package io.tilth.guard.statement;

import org.jspecify.annotations.NullMarked;
