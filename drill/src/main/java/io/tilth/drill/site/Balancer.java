package io.tilth.drill.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before several servers as a load balancer does: each connection goes to the next of them that takes it. */
public final class Balancer implements AutoCloseable {

    private static final int PATIENCE_MS = 1_000;

    private final ServerSocket door;
    private final List<Integer> behind = new CopyOnWriteArrayList<>();
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    public Balancer() {
        try {
            door = new ServerSocket(0, 200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::welcome);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** A port that leads somewhere from now on. */
    public int opens() {
        try (var free = new ServerSocket(0)) {
            behind.add(free.getLocalPort());
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Cuts every connection in the middle of whatever it carries; how many there were. */
    public int cut() {
        var there = List.copyOf(guests);
        there.forEach(Balancer::hangUp);
        return there.size();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                Thread.ofVirtual().start(() -> lead(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket guest) {
        guests.add(guest);
        try (guest;
                var host = host().orElseThrow(() -> new IOException("nobody is there"))) {
            var back = Thread.ofVirtual().start(() -> carry(host, guest));
            carry(guest, host);
            back.join();
        } catch (IOException | InterruptedException gone) {
            // whoever asked hears nothing, and asks again
        } finally {
            guests.remove(guest);
        }
    }

    private Optional<Socket> host() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < behind.size(); i++) {
            var host = new Socket();
            try {
                host.connect(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), behind.get(Math.floorMod(first + i, behind.size()))),
                        PATIENCE_MS);
                return Optional.of(host);
            } catch (IOException down) {
                hangUp(host); // the next one, then
            }
        }
        return Optional.empty();
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // one of them has gone; so has the other now
        }
    }

    private static void hangUp(Socket one) {
        try {
            one.close();
        } catch (IOException gone) {
            // as it should be
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
