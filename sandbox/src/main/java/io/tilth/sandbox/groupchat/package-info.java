/** Customer groups (客户群) and the codes through which one joins them. */
package io.tilth.sandbox.groupchat;
