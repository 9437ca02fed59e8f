/** Customers and groups that pass from one member to another: on the job, or after one has left. */
package io.tilth.sandbox.transfer;
