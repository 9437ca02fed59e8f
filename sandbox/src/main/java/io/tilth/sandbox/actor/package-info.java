/** What people do with their phones: customers in WeChat, members in WeCom, admins in the console. */
package io.tilth.sandbox.actor;
