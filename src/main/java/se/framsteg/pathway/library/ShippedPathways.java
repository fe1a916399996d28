package se.framsteg.pathway.library;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.PathwayReader;
import se.framsteg.shared.definition.Reading;
import se.framsteg.shared.definition.ShippedDefinitions;

/** Publishes the pathways that ship with Framsteg, when it starts. */
@Component
class ShippedPathways implements InitializingBean {
    private final ShippedDefinitions shipped;

    ShippedPathways(ShippedDefinitions shipped) {
        this.shipped = shipped;
    }

    /** As early as this, so that whoever sets up or fills the installation finds them. */
    @Override
    public void afterPropertiesSet() {
        shipped.each("pathways", this::publish);
    }

    void publish(String definition) {
        switch (PathwayReader.read(definition)) {
            case Reading.Faulty<Pathway>(var problems) ->
                throw new IllegalStateException("a shipped pathway is faulty: " + problems);
            case Reading.Whole<Pathway>(var pathway) ->
                shipped.publish("pathways", pathway.key(), pathway.version(), definition);
        }
    }
}
