package dev.bonafide.identity;

import dev.bonafide.http.Call;
import dev.bonafide.http.Offset;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.identity.schema.IdentitySchema;
import dev.bonafide.identity.schema.Schemas;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The identity schemas, for clients that build forms of their own. */
final class SchemaRoutes implements Routes {
    private final Schemas schemas;
    private final URI publicUrl;

    SchemaRoutes(Schemas schemas, URI publicUrl) {
        this.schemas = schemas;
        this.publicUrl = publicUrl;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/schemas", this::list),
                Route.open("GET", "/schemas/{id}", this::get));
    }

    private Reply list(Call call) {
        Offset offset = Offset.of(call);
        List<IdentitySchema> all = schemas.all();
        List<Map<String, Object>> page =
                all.stream().skip(offset.start()).limit(offset.size()).map(this::written).toList();
        return offset.links(Reply.json(200, page), call, all.size());
    }

    private Map<String, Object> written(IdentitySchema schema) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", schema.id());
        json.put("url", publicUrl.resolve("schemas/" + schema.segment()).toString());
        json.put("schema", schema.json());
        return json;
    }

    private Reply get(Call call) {
        return schemas.byPath(call.path("id"))
                .map(schema -> Reply.json(200, schema.json()))
                .orElseThrow(Problem::notFound);
    }
}
