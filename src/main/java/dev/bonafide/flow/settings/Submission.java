package dev.bonafide.flow.settings;

import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Visit;
import dev.bonafide.identity.Person;
import dev.bonafide.session.Presented;
import dev.bonafide.session.SessionToken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One submit and whose it is.
 *
 * @param next the token that may replace the one presented; null where that stays
 */
record Submission(
        Visit visit,
        Flow flow,
        ObjectNode fields,
        Presented session,
        Person person,
        @Nullable SessionToken next) {}
