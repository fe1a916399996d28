package se.framsteg.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a demo holds.
 *
 * @param enabled whether this is a demo at all
 * @param persons how many persons of the large population to have besides the small one, to try how the product carries
 *     its load; 0 for none
 */
@ConfigurationProperties("framsteg.demo")
record DemoSettings(boolean enabled, @DefaultValue("0") int persons) {
    DemoSettings {
        if (persons < 0) {
            throw new IllegalArgumentException("framsteg.demo.persons must be 0 or more");
        }
    }
}
