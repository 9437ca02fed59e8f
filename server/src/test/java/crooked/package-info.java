/**
 * A house built wrong on purpose, one fault per class: the walls of {@code io.tilth.guard} must find each of them. It
 * stands outside {@code io.tilth}, so that no test starts it by mistake.
 */
package crooked;
