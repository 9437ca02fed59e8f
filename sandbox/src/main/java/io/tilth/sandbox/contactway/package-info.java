/** 「联系我」: codes and buttons that lead a customer to a member. */
package io.tilth.sandbox.contactway;
