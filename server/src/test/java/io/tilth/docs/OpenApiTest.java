package io.tilth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The interface that the pages are typed against is the interface that the server has. */
@ServerTest
class OpenApiTest {

    @LocalServerPort
    int port;

    @Test
    void thePagesKnowTheInterfaceAsItIs() throws IOException, InterruptedException {
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/openapi"))
                .build();
        var body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        var document = (ObjectNode) json.readTree(body);
        document.remove("servers");
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> assertThat(schema.getValue())
                        .as("the schema %s; two records of one name?", schema.getKey())
                        .isNotEmpty());

        Generated.check("web/api/openapi.json", json.writeValueAsString(document) + "\n");
    }
}
