/** The script that pages load inside WeChat and WeCom: its tickets, its signatures, and what its calls answer. */
package io.tilth.sandbox.jssdk;
