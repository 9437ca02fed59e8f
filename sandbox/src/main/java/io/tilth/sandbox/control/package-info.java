/** The sandbox's own interface under {@code /sandbox/api}, for tests and the phone page; nothing of it exists at WeCom. */
package io.tilth.sandbox.control;
