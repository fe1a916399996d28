package se.framsteg.retention;

import se.framsteg.shared.OrganisationId;

/** How an organisation keeps and disposes of its cases: what its administrator looks after. */
record Retention(OrganisationId organisation) {}
