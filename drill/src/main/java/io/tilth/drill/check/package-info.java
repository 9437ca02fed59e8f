/** Holds three ledgers against each other. Knows what was promised, and nothing of how the server keeps it. */
package io.tilth.drill.check;
