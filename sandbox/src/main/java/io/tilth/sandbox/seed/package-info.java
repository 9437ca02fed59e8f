/** What a new world can begin with. Planting the same seed twice makes the same world. */
package io.tilth.sandbox.seed;
