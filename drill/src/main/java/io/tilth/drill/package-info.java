/**
 * Breaks a running server on purpose, where anybody can watch, and counts afterwards what was lost, doubled or brought to
 * the wrong one. See docs/operations/drill.md.
 */
package io.tilth.drill;
