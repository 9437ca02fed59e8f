/**
 * The memory of the sandbox: typed tables in memory, a journal on disk, a clock that can be moved.
 *
 * <p>Whoever wants to remember something writes a record that is a {@link io.tilth.sandbox.world.Thing}; nothing has to
 * be registered. Reads take no lock; writes happen in a {@link io.tilth.sandbox.world.Change}, one at a time, all or
 * nothing.
 */
package io.tilth.sandbox.world;
