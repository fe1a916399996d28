package se.framsteg.assessment.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;

@FramstegTest
class InstrumentLibraryTest {
    @Autowired
    private InstrumentLibrary library;

    @Autowired
    private ShippedInstruments shipped;

    @Autowired
    private JdbcClient jdbc;

    private String definition() {
        return jdbc.sql("select definition from instruments where key = 'framsteg-bip' and version = 2")
                .query(String.class)
                .single();
    }

    @Test
    void theShippedInstrumentsArePublishedOnceHoweverOftenItStarts() {
        shipped.afterPropertiesSet();
        assertThat(library.shipped())
                .extracting(one -> one.instrument().key())
                .containsOnlyOnce("framsteg-bip", "framsteg-sex-omraden");
    }

    @Test
    void aFileChangedUnderTheSameVersionChangesNothing() {
        var before = definition();
        shipped.publish(before.replace("Elva områden", "Tolv områden"));
        assertThat(definition()).isEqualTo(before);
    }

    @Test
    void theDatabaseRefusesToChangeAPublishedInstrument() {
        for (var change : List.of(
                "update instruments set definition = 'x' where key = 'framsteg-bip'",
                "update instruments set state = 'DRAFT' where key = 'framsteg-bip'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("immutable");
        }
        assertThatThrownBy(() -> jdbc.sql("delete from instruments where key = 'framsteg-bip'")
                        .update())
                .hasMessageContaining("kept");
    }

    @Test
    void choicesAreNamedInTheReadersLanguageAndUnknownIdsAreNotFound() {
        assertThat(library.published(AssociationId.create(), "sv"))
                .extracting("name")
                .contains("Framsteg–BIP, version 2");
        assertThatThrownBy(() -> library.get(InstrumentId.create())).isInstanceOf(NotFoundException.class);
    }
}
