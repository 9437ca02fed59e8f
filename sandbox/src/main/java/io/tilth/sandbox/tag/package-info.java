/** Corp tags (企业客户标签) and their groups. */
package io.tilth.sandbox.tag;
