/** Mass messages (群发): what a company asks its members to send, and what became of it customer by customer. */
package io.tilth.sandbox.masssend;
