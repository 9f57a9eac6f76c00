package io.waybill.posted;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

@Configuration(proxyBeanMethods = false)
class PostedConfiguration {

    /** For the bodies of all endpoints, in the place of Spring Boot's. */
    @Bean
    MappingJackson2HttpMessageConverter postedJson(ObjectMapper json) {
        return new MappingJackson2HttpMessageConverter(PostedJson.reader(json));
    }
}
