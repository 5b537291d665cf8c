package dev.bonafide.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies that reach deep, with {@code $names} of what a {@link Person} has. */
final class Templates {
    private static final Map<String, List<String>> ALL = new HashMap<>();

    static {
        ALL.put(
                "POST /self-service/login",
                List.of(
                        "{'method':'password','identifier':'$email','password':'$password'}",
                        "{'method':'totp','totp_code':'$totp'}",
                        "{'method':'totp','totp_code':'$totp','csrf_token':''}",
                        "{'method':'lookup_secret','lookup_secret':'$code'}"));
        ALL.put(
                "POST /self-service/registration",
                List.of(
                        "{'method':'profile','traits':{'email':'$fresh'}}",
                        "{'method':'password','password':'$password','traits':{'email':'$fresh'}}",
                        "{'method':'password','password':'$password'}",
                        "{'screen':'previous'}",
                        "{'method':'profile','traits':{'email':'$fresh'},'transient_payload':{}}"));
        ALL.put(
                "POST /self-service/settings",
                List.of(
                        "{'method':'profile','traits':{'email':'$email'}}",
                        "{'method':'profile','traits':{'email':'$fresh'}}",
                        "{'method':'password','password':'$password'}",
                        "{'method':'totp','totp_code':'$totp'}",
                        "{'method':'totp','totp_unlink':true}",
                        "{'method':'lookup_secret','lookup_secret_regenerate':true}",
                        "{'lookup_secret_$action':true}",
                        "{'lookup_secret_disable':'true'}"));
        ALL.put("DELETE /self-service/logout/api", List.of("{'session_token':'$token'}"));
        ALL.put(
                "POST /admin/identities",
                List.of(
                        "{'schema_id':'default','traits':{'email':'$fresh'}}",
                        "{'schema_id':'default','traits':{'email':'$fresh'},'external_id':'$uuid',"
                                + "'metadata_public':{'a':[1]},'metadata_admin':'b','state':'active'}",
                        "{'schema_id':'default','traits':{'email':'$fresh'},"
                                + "'credentials':{'password':{'config':{'password':'$password'}}}}",
                        "{'schema_id':'default','traits':{'email':'$fresh'},'credentials':{"
                                + "'password':{'config':{'hashed_password':'{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g='}},"
                                + "'totp':{'config':{'totp_url':'otpauth://totp/a:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'}}}}",
                        "{'schema_id':'default','traits':{'email':'$fresh'},'verifiable_addresses':["
                                + "{'value':'$fresh','verified':true,'via':'email','status':'completed'}]}"));
        ALL.put(
                "PUT /admin/identities/{id}",
                List.of(
                        "{'schema_id':'default','state':'active','traits':{'email':'$fresh'}}",
                        "{'schema_id':'default','state':'$state','traits':{'email':'$email'}}",
                        "{'schema_id':'default','state':'active','traits':{'email':'$email'},"
                                + "'external_id':'$uuid','metadata_public':null}"));
        ALL.put(
                "PATCH /admin/identities/{id}",
                List.of(
                        "[{'op':'replace','path':'/metadata_public','value':{'a':'b'}}]",
                        "[{'op':'add','path':'/traits/email','value':'$fresh'}]",
                        "[{'op':'replace','path':'/state','value':'active'}]",
                        "[{'op':'test','path':'/schema_id','value':'default'},"
                                + "{'op':'copy','from':'/traits','path':'/metadata_admin'},"
                                + "{'op':'remove','path':'/metadata_admin'}]",
                        "[{'op':'move','from':'/metadata_public','path':'/metadata_admin'}]"));
        ALL.put(
                "PATCH /admin/identities",
                List.of(
                        "{'identities':[{'create':{'schema_id':'default','traits':{'email':'$fresh'}},"
                                + "'patch_id':'$uuid'}]}",
                        "{'identities':[{'create':{'schema_id':'default','traits':{'email':'$email'}}},"
                                + "{'create':{'schema_id':'none','traits':{}}},{}]}"));
        ALL.put(
                "POST /admin/sessions",
                List.of(
                        "{'action':'disable','sessions':['$session']}",
                        "{'action':'delete','sessions':['$session','$uuid']}",
                        "{'action':'disable','identities':['$uuid']}"));
    }

    private Templates() {}

    static List<String> of(String operation) {
        return ALL.getOrDefault(operation, List.of());
    }
}
