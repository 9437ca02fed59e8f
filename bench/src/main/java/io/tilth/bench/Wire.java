package io.tilth.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept-alive connection that sends prepared requests and reads as little as it can: the load must cost little. */
final class Wire implements AutoCloseable {

    /**
     * @param asksToComeBack whether it says when to try again
     */
    record Answer(int status, boolean asksToComeBack) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** Turned away on purpose, by a server that has enough to do, or as somebody who asks too much. */
        boolean isShed() {
            return (status == 503 || status == 429) && asksToComeBack;
        }
    }

    private final int port;
    private final String from;
    private Socket socket;
    private InputStream in;

    /** @param from the own address: everything that begins with 127 is this machine */
    Wire(int port, String from) throws IOException {
        this.port = port;
        this.from = from;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 4096);
    }

    static byte[] post(String path, String type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] get(String path, String... headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + String.join("\r\n", headers)
                        + (headers.length == 0 ? "\r\n" : "\r\n\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** No status at all where the server hung up; the next request goes over a new connection. */
    Answer ask(byte[] request) throws IOException {
        try {
            if (socket.isClosed()) {
                connect();
            }
            return send(request);
        } catch (IOException hungUp) {
            close();
            return new Answer(0, false);
        }
    }

    private Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        boolean asksToComeBack = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            last |= line.equalsIgnoreCase("Connection: close");
            asksToComeBack |= line.regionMatches(true, 0, "Retry-After:", 0, 12);
            chunked |= line.regionMatches(true, 0, "Transfer-Encoding:", 0, 18);
        }
        in.skipNBytes(length);
        while (chunked) {
            int size = Integer.parseInt(line(), 16);
            in.skipNBytes(size + 2L);
            chunked = size > 0;
        }
        if (last) { // a server answers so many requests on a connection and no more
            close();
            connect();
        }
        return new Answer(status, asksToComeBack);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server hung up.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
