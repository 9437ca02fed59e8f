/**
 * WeChat users, whom a company knows as its customers, and which member follows which of them.
 *
 * <p>Who deletes a member disappears from nothing: the member still has them in the list, and so has the API, which knows
 * no state for it. Only the callback tells. {@link io.tilth.sandbox.Switches#FORGET_DELETERS} tries the other answer.
 */
package io.tilth.sandbox.contact;
