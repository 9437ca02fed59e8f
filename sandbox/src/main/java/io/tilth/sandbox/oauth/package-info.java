/**
 * Who opens a page: members and customers by the company's own authorisation, anybody by the service account's, and by
 * the mini-program's login.
 */
package io.tilth.sandbox.oauth;
