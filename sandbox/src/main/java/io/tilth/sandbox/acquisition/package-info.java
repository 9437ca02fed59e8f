/** 获客助手: links that lead strangers to members, what came of them, and how many more may come. */
package io.tilth.sandbox.acquisition;
