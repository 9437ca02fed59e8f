/**
 * How the platform tells apps what happened: encrypted and signed as WeCom does it, up to three times, in order per
 * subject. What is still to be told is kept in the world and survives a restart.
 */
package io.tilth.sandbox.callback;
