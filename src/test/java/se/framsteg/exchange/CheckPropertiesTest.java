package se.framsteg.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.framsteg.assessment.InstrumentExamples;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.CaseLookup;
import se.framsteg.cases.CaseState;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;

/** Whatever is wrong with a table, exactly the rows that it is wrong with are told. */
class CheckPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final List<IdentityNumber.PersonalNumber> NUMBERS =
            List.copyOf(TestIdentityNumbers.published().women().subList(0, 3));

    private static RandomTable.Subject subject(int number) {
        return new RandomTable.Subject(
                "2025-000" + (number + 1), NUMBERS.get(number).display(), TODAY.minusDays(300L + 10 * number));
    }

    private static CaseLookup.Found found(int number) {
        var facts = new CaseFacts(
                new CaseId(UUID.randomUUID()),
                new AssociationId(UUID.randomUUID()),
                new OrganisationId(UUID.randomUUID()),
                new InitiativeId(UUID.randomUUID()),
                new ParticipantId(UUID.randomUUID()),
                subject(number).number(),
                CaseState.ACTIVE,
                Optional.of(subject(number).from()),
                Optional.empty());
        return new CaseLookup.Found(facts, Optional.of(NUMBERS.get(number).value()));
    }

    private static Instrument instrument() {
        var text = InstrumentExamples.yaml("prov", "Prov", 1);
        if (InstrumentReader.read(text) instanceof InstrumentReading.Accepted(var instrument)) {
            return instrument;
        }
        throw new IllegalStateException("the example is no instrument");
    }

    @Provide
    Arbitrary<RandomTable> tables() {
        return RandomTable.tables(List.of(subject(0), subject(1), subject(2)), instrument(), TODAY);
    }

    @Property(tries = 500)
    void theRowsWithFaultsAreToldAndNoOthers(@ForAll("tables") RandomTable table) {
        var grid = TableFile.read(ImportExamples.csv(table.rows(), ";").getBytes(UTF_8), "");
        var known = new KnownCases(List.of(found(0), found(1), found(2)), TODAY);
        var outcome =
                Check.of(grid, table.mapping(instrument()), instrument(), new Check.Existing(known, Set.of()), TODAY);
        assertThat(outcome.faults().stream()
                        .map(fault -> new RandomTable.Wrong(fault.row(), fault.problem()))
                        .toList())
                .isEqualTo(table.wrong());
        if (table.wrong().isEmpty()) {
            assertThat(outcome.measurements().stream()
                            .mapToInt(measurement -> measurement.answers().size())
                            .sum())
                    .isEqualTo(table.rows().size() - 1);
        }
    }
}
