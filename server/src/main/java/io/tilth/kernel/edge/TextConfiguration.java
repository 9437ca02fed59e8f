package io.tilth.kernel.edge;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** PostgreSQL holds no NUL in texts, and no person types one: it is refused where it comes in, with the field's name. */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    @Bean
    JsonMapperBuilderCustomizer textWithoutNul() {
        return json -> json.addModule(new SimpleModule("text").addDeserializer(String.class, new Text()));
    }

    @Bean
    StrictHttpFirewall parametersWithoutNul() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
        return firewall;
    }

    private static class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            var text = json.getString();
            if (text.indexOf('\0') >= 0) {
                throw context.weirdStringException("", String.class, "a text with NUL");
            }
            return text;
        }
    }

    /** An address that is refused before it is read is refused in our own words too. */
    @Bean
    RequestRejectedHandler rejectedAddresses(HandlerExceptionResolver handlerExceptionResolver) {
        return (request, response, hostile) ->
                handlerExceptionResolver.resolveException(request, response, null, hostile);
    }
}
