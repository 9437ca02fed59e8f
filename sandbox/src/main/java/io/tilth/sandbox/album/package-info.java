/** The product album (商品图册) and the rules against words (聊天敏感词). */
package io.tilth.sandbox.album;
