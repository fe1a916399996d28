package se.framsteg.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param every how often it is looked whether there is something approved to dispose of */
@ConfigurationProperties("framsteg.retention")
record RetentionSettings(@DefaultValue("1h") Duration every) {}
