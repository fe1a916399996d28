package se.framsteg.assessment.library;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.shared.definition.ShippedDefinitions;

/** Publishes the instruments that ship with Framsteg, when it starts. */
@Component
class ShippedInstruments implements InitializingBean {
    private final ShippedDefinitions shipped;

    ShippedInstruments(ShippedDefinitions shipped) {
        this.shipped = shipped;
    }

    /** As early as this, so that whoever sets up or fills the installation finds them. */
    @Override
    public void afterPropertiesSet() {
        shipped.each("instruments", this::publish);
    }

    void publish(String definition) {
        switch (InstrumentReader.read(definition)) {
            case InstrumentReading.Refused(var problems) ->
                throw new IllegalStateException("a shipped instrument is faulty: " + problems);
            case InstrumentReading.Accepted(var instrument) ->
                shipped.publish("instruments", instrument.key(), instrument.version(), definition);
        }
    }
}
