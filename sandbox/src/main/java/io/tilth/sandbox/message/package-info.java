/** What apps send to members: texts, cards with buttons, and what becomes of them. */
package io.tilth.sandbox.message;
