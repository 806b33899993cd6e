// What a user of Java's own clients sees who submits a record by SOAP 1.2: `java Submit.java ADDRESS`.
//
// HttpURLConnection is what CDC's gateway between registries uses. It asks for text/html, though it sends SOAP. What a
// client shows goes to the standard output: its status, its Retry-After, and the text that comes with an error.

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

class Submit {
    static final String TYPE = "application/soap+xml; charset=utf-8; action=\"urn:cdc:iisb:2011:submitSingleMessage\"";
    static final String RECORD = "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>"
        + "<submitSingleMessage xmlns=\"urn:cdc:iisb:2011\"><hl7Message>MSH</hl7Message></submitSingleMessage>"
        + "</soap:Body></soap:Envelope>";

    public static void main(String[] arguments) throws Exception {
        var address = URI.create(arguments[0]);
        throughConnection(address);
        throughClient(address);
    }

    static void throughConnection(URI address) throws Exception {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("Content-Type", TYPE);
        connection.setDoOutput(true);
        connection.getOutputStream().write(RECORD.getBytes(StandardCharsets.UTF_8));
        // Only after this is there a stream for what comes with an error.
        var status = connection.getResponseCode();
        try (var error = connection.getErrorStream()) {
            var text = new String(error.readAllBytes(), StandardCharsets.UTF_8);
            tell(status, connection.getHeaderField("Retry-After"), text);
        }
    }

    static void throughClient(URI address) throws Exception {
        var body = HttpRequest.BodyPublishers.ofString(RECORD);
        var request = HttpRequest.newBuilder(address).header("Content-Type", TYPE).POST(body).build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        tell(response.statusCode(), response.headers().firstValue("Retry-After").orElse("none"), response.body());
    }

    static void tell(int status, String retryAfter, String text) {
        System.out.println(status + "\t" + retryAfter + "\t" + text.replaceAll("\\s+", " "));
    }
}
