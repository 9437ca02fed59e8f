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

    private final List<String> beacons;
    private final long opened = System.currentTimeMillis();

    private Pages(List<String> beacons) {
        this.beacons = beacons;
    }

    static Pages open(URI link, int count) throws Exception {
        var beacons = new ArrayList<Future<URI>>();
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < count; i++) {
                beacons.add(hands.submit(() -> Reader.stranger(link)));
            }
        }
        var paths = new ArrayList<String>();
        for (var beacon : beacons) {
            paths.add(beacon.get().getRawPath() + "?" + beacon.get().getRawQuery());
        }
        return new Pages(paths);
    }

    /** Requests that each tell so many beats that nobody has told before; so many are made beforehand. */
    IntFunction<byte[]> tell(int beats, int beforehand) {
        var load = UUID.randomUUID().toString();
        var at = System.currentTimeMillis() - opened;
        var made = new byte[beforehand][];
        for (int i = 0; i < beforehand; i++) {
            made[i] = request(load, i, beats, at);
        }
        return number -> number < beforehand ? made[number] : request(load, number, beats, at);
    }

    private byte[] request(String load, int number, int beats, long at) {
        var told = IntStream.range(0, beats)
                .mapToObj(i -> "{\"n\":%d,\"at\":%d,\"k\":\"beat\",\"s\":5,\"d\":30,\"p\":null,\"x\":true}"
                        .formatted(number / beacons.size() * beats + i + 1, at + number / beacons.size()))
                .collect(Collectors.joining(",", "{\"v\":\"" + load + "\",\"b\":[", "]}"));
        return Wire.post(beacons.get(number % beacons.size()), "text/plain;charset=UTF-8", told);
    }
}
