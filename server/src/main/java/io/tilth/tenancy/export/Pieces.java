package io.tilth.tenancy.export;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Cuts a stream into numbered pieces of a megabyte: no more than that of a file is ever in memory. */
class Pieces extends OutputStream {

    static final int SIZE = 1 << 20;

    private final BiConsumer<Integer, byte[]> taker;
    private final byte[] piece = new byte[SIZE];
    private int filled;
    private int number;
    private long length;

    Pieces(BiConsumer<Integer, byte[]> taker) {
        this.taker = taker;
    }

    /** How long the whole is so far. */
    long length() {
        return length;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, SIZE - filled);
            System.arraycopy(bytes, from, piece, filled, part);
            filled += part;
            this.length += part;
            from += part;
            left -= part;
            if (filled == SIZE) {
                hand(SIZE);
            }
        }
    }

    /** The last piece, which is shorter. */
    @Override
    public void close() {
        if (filled > 0) {
            hand(filled);
        }
    }

    private void hand(int length) {
        taker.accept(number, Arrays.copyOf(piece, length));
        number++;
        filled = 0;
    }
}
