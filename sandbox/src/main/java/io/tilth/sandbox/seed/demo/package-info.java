/** 「禾木里全屋定制」: twelve shops, forty-eight people, ten thousand customers, and a story or two. */
package io.tilth.sandbox.seed.demo;
