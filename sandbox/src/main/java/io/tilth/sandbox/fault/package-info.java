/** What goes wrong on purpose: which faults, how often, and the dice, which fall the same for the same seed. */
package io.tilth.sandbox.fault;
