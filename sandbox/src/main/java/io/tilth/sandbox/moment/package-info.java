/** Moments (客户朋友圈): what a company asks its members to publish, who may see it, likes and comments. */
package io.tilth.sandbox.moment;
