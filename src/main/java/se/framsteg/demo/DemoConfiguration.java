package se.framsteg.demo;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Everything of the demo, and only if it is asked for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoConfiguration {
    @Bean
    @Primary
    Clock demoClock() {
        return new DemoClock();
    }
}
