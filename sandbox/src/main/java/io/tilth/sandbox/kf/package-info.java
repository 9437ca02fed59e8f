/** 微信客服: accounts that any WeChat user may write to, who answers there, and the conversations. */
package io.tilth.sandbox.kf;
