/** Companies with their apps, departments and members: what the directory's paths tell of. */
package io.tilth.sandbox.corp;
