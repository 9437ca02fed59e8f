/** Who is there while things break: people who scan, read and work, and who write down what they were promised. */
package io.tilth.drill.load;
