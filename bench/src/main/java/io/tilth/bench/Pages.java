package io.tilth.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages that strangers have open, and what they tell, as bytes that need only be sent. */
final class Pages {

    private static final int AT_ONCE = 16;

    private final List<Page> open;

    private Pages(List<Page> open) {
        this.open = open;
    }

    private record Page(String beacon, long openedAt) {

        static Page of(URI beacon) {
            return new Page(beacon.getRawPath() + "?" + beacon.getRawQuery(), System.currentTimeMillis());
        }
    }

    static Pages open(URI link, int count) throws Exception {
        var beacons = new ArrayList<Future<Page>>();
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < count; i++) {
                beacons.add(hands.submit(() -> Page.of(Reader.stranger(link).beacon())));
            }
        }
        var pages = new ArrayList<Page>();
        for (var beacon : beacons) {
            pages.add(beacon.get());
        }
        return new Pages(pages);
    }

    /** Requests that each tell so many beats that nobody has told before; so many are made beforehand. */
    IntFunction<byte[]> tell(int beats, int beforehand) {
        var load = UUID.randomUUID().toString();
        long now = System.currentTimeMillis();
        var made = new byte[beforehand][];
        for (int i = 0; i < beforehand; i++) {
            made[i] = request(load, i, beats, now);
        }
        return number -> number < beforehand ? made[number] : request(load, number, beats, now);
    }

    /** Beats of this moment, whenever their page was opened: as readers tell them, and as a twin's rows are. */
    private byte[] request(String load, int number, int beats, long now) {
        var page = open.get(number % open.size());
        int round = number / open.size();
        long at = now - page.openedAt() + round;
        var told = IntStream.range(0, beats)
                .mapToObj(i -> "{\"n\":%d,\"at\":%d,\"k\":\"beat\",\"s\":5,\"d\":30,\"p\":null,\"x\":true}"
                        .formatted(round * beats + i + 1, at))
                .collect(Collectors.joining(",", "{\"v\":\"" + load + "\",\"b\":[", "]}"));
        return Wire.post(page.beacon(), "text/plain;charset=UTF-8", told);
    }
}
