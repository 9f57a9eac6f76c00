package io.waybill.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.waybill.access.Scope;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** Says in {@code /api/openapi} what endpoints cannot say themselves: how to get in, and what an error looks like. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String KEY = "apiKey";
    private static final String SESSION = "session";
    private static final String PROBLEM = "Problem";
    /** They look at what they get themselves: a signature, a secret in the path, a password. */
    private static final List<String> OPEN =
            List.of("/api/session", "/api/setup", "/api/invites", "/api/v1/events", "/api/v1/payment-callbacks");

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Waybill")
                        .version("1")
                        .description("A gateway between WhatsApp and ERPs. Amounts are decimals, times are ISO 8601.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A key of POST /api/v1/api-keys that has the scope named there."))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("JSESSIONID")
                                        .description(
                                                "Somebody who is signed in; whatever changes something needs the header X-XSRF-TOKEN, too."))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    GlobalOperationCustomizer howToGetIn() {
        return OpenApiConfiguration::complete;
    }

    @Bean
    GlobalOpenApiCustomizer noneNeeded() {
        return api -> api.getPaths().forEach((path, item) -> {
            if (OPEN.stream().anyMatch(path::startsWith)) {
                item.readOperations().forEach(operation -> operation.setSecurity(List.of()));
            }
        });
    }

    @Bean
    RequiredComponents requiredComponents() {
        return new RequiredComponents();
    }

    private static Operation complete(Operation operation, HandlerMethod endpoint) {
        Scope.opening(endpoint)
                .ifPresent(scope -> operation.addSecurityItem(new SecurityRequirement().addList(KEY, scope.key())));
        operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Not done; \"detail\" says why, and what to do.")
                                .content(new Content()
                                        .addMediaType(
                                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
        return operation;
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457.")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema());
    }
}
