package dev.bonafide.method.oidc.mapping;

import scala.Function1;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import sjsonnet.CachedResolver;
import sjsonnet.DefaultParseCache;
import sjsonnet.Evaluator;
import sjsonnet.Expr;
import sjsonnet.Importer;
import sjsonnet.Interpreter;
import sjsonnet.Lazy;
import sjsonnet.Path;
import sjsonnet.Settings;
import sjsonnet.Std;
import sjsonnet.Val;
import ujson.Value;

/**
 * One run of a program. Nothing of it is kept: the library's standard objects fill themselves while
 * they are read, so two threads can't share one.
 */
final class Interpretation {
    /** A mapper takes some dozens; this many take well under a second. */
    private static final int STEPS = 200_000;

    /** Jsonnet's own implementations stop at 500 calls; this counts expressions within them too. */
    private static final int DEPTH = 2_000;

    private static final String NOBODY =
            "{\"traits\":{},\"metadata_public\":{},\"metadata_admin\":{}}";

    /**
     * The result as JSON.
     *
     * @throws MappingFailed if there is none
     */
    String of(String source, String claims) throws MappingFailed {
        try {
            Either<String, Value> result =
                    interpreter(claims).interpret(Newer.under(source), new Unnamed());
            if (result.isRight()) {
                return result.toOption().get().toString();
            }
            throw new MappingFailed(String.valueOf(result.left().toOption().get()).strip());
        } catch (TooMuch tooMuch) {
            throw new MappingFailed(String.valueOf(tooMuch.getMessage()));
        } catch (StackOverflowError deep) {
            throw new MappingFailed("it nests too deeply");
        } catch (LinkageError absent) {
            // std.parseYaml, whose library is left out: nothing here is read by a second YAML
            // parser
            throw new MappingFailed("it asks for something that is not built in");
        }
    }

    private static Interpreter interpreter(String claims) {
        Map<String, String> none = Map$.MODULE$.empty();
        // Kratos gives mappers the identity too, which a new one has nothing in.
        return new Bounded(new Map.Map2<>("claims", claims, "identity", NOBODY), none);
    }

    /** That a program went on for too long. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(String problem) {
            super(problem, null, false, false);
        }
    }

    /** Where a program is: nowhere, so that nothing is near it either. */
    private record Unnamed() implements Path {
        @Override
        public String relativeToString(Path other) {
            return "mapper";
        }

        @Override
        public Path parent() {
            return this;
        }

        @Override
        public int segmentCount() {
            return 0;
        }

        @Override
        public String last() {
            return "mapper";
        }

        @Override
        public Path $div(String name) {
            return this;
        }

        @Override
        public String renderOffsetStr(
                int offset, scala.collection.mutable.HashMap<Path, int[]> lines) {
            return "mapper:" + offset;
        }
    }

    /** An interpreter without files whose evaluator counts. */
    private static final class Bounded extends Interpreter {
        Bounded(Map<String, String> variables, Map<String, String> none) {
            super(
                    variables,
                    none,
                    new Unnamed(),
                    Importer.empty(),
                    new DefaultParseCache(),
                    new Settings(false, false, false, false, false, false),
                    null,
                    null,
                    new Std().Std());
        }

        @Override
        public Evaluator createEvaluator(
                CachedResolver resolver,
                Function1<String, Option<Expr>> variables,
                Path folder,
                Settings settings,
                Function1<sjsonnet.Error, BoxedUnit> warner) {
            return new Counting(resolver, variables, folder, settings, warner);
        }
    }

    /** Each expression is a step. */
    private static final class Counting extends Evaluator {
        private int steps;
        private int depth;

        Counting(
                CachedResolver resolver,
                Function1<String, Option<Expr>> variables,
                Path folder,
                Settings settings,
                Function1<sjsonnet.Error, BoxedUnit> warner) {
            super(resolver, variables, folder, settings, warner);
        }

        @Override
        public Val visitExpr(Expr expression, Lazy[] scope) {
            if (++steps > STEPS) {
                throw new TooMuch("it takes more than " + STEPS + " steps");
            }
            if (++depth > DEPTH) {
                throw new TooMuch("it nests too deeply");
            }
            Val value = super.visitExpr(expression, scope);
            depth--;
            return value;
        }
    }
}
