package se.framsteg.fidelity.scale;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import se.framsteg.shared.definition.Reading;
import se.framsteg.shared.definition.ShippedDefinitions;

/** Publishes the scales that ship with Framsteg, when it starts. */
@Component
class ShippedScales implements InitializingBean {
    private final ShippedDefinitions shipped;

    ShippedScales(ShippedDefinitions shipped) {
        this.shipped = shipped;
    }

    /** As early as this, so that whoever sets up or fills the installation finds them. */
    @Override
    public void afterPropertiesSet() {
        shipped.each("fidelity", this::publish);
    }

    void publish(String definition) {
        switch (ScaleReader.read(definition)) {
            case Reading.Faulty<Scale>(var problems) ->
                throw new IllegalStateException("a shipped scale is faulty: " + problems);
            case Reading.Whole<Scale>(var scale) ->
                shipped.publish("fidelity_scales", scale.key(), scale.version(), definition);
        }
    }
}
