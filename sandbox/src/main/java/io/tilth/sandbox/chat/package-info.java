/** What is said in chats: seen on the phones, and by no app. */
package io.tilth.sandbox.chat;
