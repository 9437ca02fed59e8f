/** Pages that a browser opens here, and who sits before it. */
package io.tilth.sandbox.web;
