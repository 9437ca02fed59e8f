package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks through all that servers wrote during the tests, these and those of the server itself: no secret, nobody's number. */
class LogsTest {

    private static final Path OF_SERVER_TESTS = Path.of("..", "server", "target", "logs");

    private static final Map<String, Pattern> SECRETS = Map.of(
            "a token of WeCom's", Pattern.compile("access_token[\"=: ]+[\\w-]{10,}"),
            "a code of WeCom's", Pattern.compile("([?&]|welcome_?)code[\"=: ]+[\\w-]{16,}", Pattern.CASE_INSENSITIVE),
            "an app's secret", Pattern.compile("secret[\"=: ]+[\\w-]{20,}", Pattern.CASE_INSENSITIVE),
            "a key for callbacks", Pattern.compile("(aes|encoding)_?key[\"=: ]+[\\w+/]{32,}", Pattern.CASE_INSENSITIVE),
            "a session", Pattern.compile("(session|xsrf-token)=[\\w-]{16,}", Pattern.CASE_INSENSITIVE),
            "an API key", Pattern.compile("tk_[0-9a-z]{1,12}_[0-9a-f]{32}_[0-9a-f]{64}"),
            "a password", Pattern.compile("password[\"=:]+ ?[^\\s\",}]{6,}", Pattern.CASE_INSENSITIVE),
            "an authorisation", Pattern.compile("authorization[\": ]+(bearer|basic) \\S+", Pattern.CASE_INSENSITIVE),
            "the server's own key", Pattern.compile("dGVzdC1rZXktZm9yLXRlc3RzLW9ubHkt"),
            "a mobile number", Pattern.compile("(?<![\\w.-])1[3-9]\\d{9}(?![\\w.-])"));

    @Test
    void holdNoSecretAndNobodysNumber() throws IOException {
        var logs = Stream.concat(logs(OF_SERVER_TESTS).stream(), logs(PackagedServer.LOGS).stream())
                .toList();
        assumeThat(logs).as("a server ran").isNotEmpty();

        var found = new ArrayList<String>();
        for (var log : logs) {
            found.addAll(found(log));
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://qyapi.weixin.qq.com/cgi-bin/user/get?access_token=ngeXHIgPnRlMdMKIaGUHZ",
                "{\"welcome_code\":\"c2VjcmV0LWNvZGUtMTIzNA\"}",
                "corpsecret=8Zk3vXy0Q1mNf7bR2tLwEj5uHs9dGpAo",
                "EncodingAESKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
                "Cookie: SESSION=ZmYxNzk0ZjAtYzU5",
                "tk_1_0123456789abcdef0123456789abcdef_"
                        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "{\"login\":\"lin\",\"password\":\"open-sesame\"}",
                "Authorization: Bearer abc.def",
                "张女士 13912345678 留了电话"
            })
    void areKnownWhenTheyAreSeen(String line) {
        assertThat(secret(line)).isNotEmpty();
    }

    private static List<Path> logs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    /** Where, and what kind of thing; never the thing itself. */
    private static List<String> found(Path log) throws IOException {
        var found = new ArrayList<String>();
        int number = 0;
        for (var line : Files.readString(log).split("\\R")) {
            number++;
            for (var kind : secret(line)) {
                found.add("%s:%d %s".formatted(log.getFileName(), number, kind));
            }
        }
        return found;
    }

    private static List<String> secret(String line) {
        return SECRETS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(line).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
