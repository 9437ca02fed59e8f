/**
 * Tries every way from one tenant to another's rows, for every table that the catalogue knows, as the serving role. The
 * tables, their rows and the attempts are made from the catalogue, so that a later table is tried as well.
 */
@NullMarked
package io.tilth.guard.matrix;

import org.jspecify.annotations.NullMarked;
