using System.Globalization;
using System.Text;
using HuiminCoord.Server.Tests.Access;

namespace HuiminCoord.Server.Tests.Attacks;

/// <summary>Requests that nobody sends by mistake, from a seed. None of them names a wish by a proper key, so none can be a command.</summary>
internal sealed class HostileRequests(int seed, IReadOnlyList<Door> doors, string token)
{
    private static readonly string[] Words =
    [
        "..%2f..%2fetc", "%00", "%c0%af", "%ff%fe", "a%0d%0aX-Evil:1", "jiaoyu'--", "jiaoyu;drop", "%F0%9F%92%A3", "..%5c..", "{}", "-1", "1e99", "NaN", "99999999999999999999", "0000-00-00",
        "2020-02-30", "true", "[]", "%25%32%35", "jiaoyu%2fliaison", "huimin-2020%00", "%E2%80%AE", "__proto__", "$where", "<script>", "minzheng", "CON", "%7B0%7D",
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "[", "{\"a\":", "null", "true", "\"text\"", "1e400", "{\"note\":1e400}", "{\"parts\":{}}", "{\"parts\":[1,2]}", "{\"holder\":[[]]}", "{\"a\":1,\"a\":2}", "\u0000", "\uFEFF{}",
        "{\"note\":\"\\ud800\"}", "{\"login\":null,\"password\":null}", "{\"login\":{},\"password\":[]}", "{\"token\":\"x\"}", "{\"url\":\"file:///etc/passwd\"}", "{\"plan\":[]}", "{\"due\":\"2020-13-45\"}", "NaN", "undefined",
        "{\"$type\":\"System.Object\"}", "a=b&a=c&__RequestVerificationToken=x&_handler=y",
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json", "application/json; charset=utf-7", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=\"", "application/xml", "a/b; c=\u00e9", "application/json;;;", "",
    ];

    /// <summary>The request with this number.</summary>
    internal byte[] Number(int number)
    {
        var random = new Random(HashCode.Combine(seed, number) & int.MaxValue);
        var text = (number % 8) switch
        {
            0 => Line(random) + Headers(random, "") + "\r\n",
            1 => $"GET {Path(random)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{Junk(random)}\r\n",
            2 => $"POST {Path(random)} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n{Headers(random, Type(random))}\r\n{Chunks(random)}",
            3 => $"{Pick(random, "GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "OPTIONS", "PROPFIND")} {Path(random)}{Query(random)} HTTP/1.1\r\nHost: localhost\r\n{Headers(random, "")}\r\n",
            _ => Posted(random),
        };
        return Spoiled(random, Encoding.UTF8.GetBytes(text));
    }

    private string Posted(Random random)
    {
        var body = random.Next(6) switch
        {
            0 => new string('[', random.Next(1, 5000)),
            1 => string.Concat(Enumerable.Repeat("{\"a\":", random.Next(1, 2000))),
            2 => $"{{\"note\":\"{new string('x', random.Next(1, 70_000))}\"}}",
            _ => Bodies[random.Next(Bodies.Length)],
        };
        var length = random.Next(12) switch { 0 => -1, 1 => Encoding.UTF8.GetByteCount(body) + 5, _ => Encoding.UTF8.GetByteCount(body) };
        return string.Create(CultureInfo.InvariantCulture, $"POST {Path(random)}{Query(random)} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n{Headers(random, Type(random))}\r\n{body}");
    }

    private string Path(Random random)
    {
        var door = doors[random.Next(doors.Count)];
        var known = random.Next(3) == 0;
        var address = door.At(("campaign", known ? TestServer.Campaign : Words[random.Next(Words.Length)]), ("unit", known ? "jiaoyu" : Words[random.Next(Words.Length)]), ("duty", Words[random.Next(Words.Length)]), ("task", Words[random.Next(Words.Length)]));
        return random.Next(20) == 0 ? "/" + new string('a', random.Next(1, 9000)) : random.Next(10) == 0 ? address.Replace("/", Pick(random, "//", "/./", "%2f", "/../"), StringComparison.Ordinal) : address;
    }

    private static string Query(Random random) => random.Next(3) switch
    {
        0 => "",
        1 => $"?{Pick(random, "limit", "next", "since", "after", "recipient", "unit", "from", "period", "back", "until", "q")}={Words[random.Next(Words.Length)]}",
        _ => "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 400)).Select(i => $"recipient={Words[i % Words.Length]}")),
    };

    /// <summary>Whatever ends a session or opens one is asked by nobody: that is no malformed request.</summary>
    private string Headers(Random random, string more)
    {
        var signed = random.Next(4) switch
        {
            0 => $"Authorization: Bearer {token}\r\n",
            1 => $"Cookie: huimin-session={new string('c', random.Next(1, 3000))}; {Words[random.Next(Words.Length)]}\r\n",
            2 => $"Authorization: {Pick(random, "Basic YTpi", "Bearer", "bearer  ", "Negotiate x", "Bearer \u00e9")}\r\n",
            _ => "",
        };
        var key = Pick(random, "", "Idempotency-Key: \u00e9\r\n", "Idempotency-Key: a\r\nIdempotency-Key: b\r\n", "Idempotency-Key: \r\n", $"Idempotency-Key: {new string('k', 300)}\r\n");
        return "Connection: close\r\n" + more + signed + key + Pick(random, "", "Accept-Language: \u00ff;q=9\r\n", "Accept: */*;q=x\r\n", "Traceparent: 00-0-0-zz\r\n", "X-Forwarded-For: ',;--\r\n", "X-Forwarded-Proto: javascript\r\n");
    }

    private static string Type(Random random) => $"Content-Type: {ContentTypes[random.Next(ContentTypes.Length)]}\r\n";

    private static string Line(Random random) => Pick(
        random, "GET\r\n", "get / http/1.1\r\n", "GET / HTTP/9.9\r\n", "GET http://evil.example/ HTTP/1.1\r\n", "\r\n\r\nGET / HTTP/1.1\r\n", "GET  /  HTTP/1.1\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n", "OPTIONS * HTTP/1.1\r\n", "GET /\u0000 HTTP/1.1\r\n", "\u0016\u0003\u0001\u0002");

    private static string Junk(Random random) => Pick(
        random, "NoColon\r\n", ": empty\r\n", "A\u0000B: c\r\n", " Folded: x\r\n folded\r\n", "Host: b\r\nHost: c\r\n", "Content-Length: abc\r\n", "Content-Length: 1\r\nContent-Length: 2\r\n", $"X-Long: {new string('h', 40_000)}\r\n",
        string.Concat(Enumerable.Range(0, 300).Select(i => $"X-{i}: y\r\n")), "Transfer-Encoding: chunked, gzip\r\n", "Expect: 200-ok\r\n", "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n", "Range: bytes=-1-9\r\n");

    private static string Chunks(Random random) => Pick(random, "zz\r\nabc\r\n0\r\n\r\n", "-1\r\n\r\n", "FFFFFFFFFFFFFFFF\r\nabc", "5\r\nabc\r\n0\r\n\r\n", "1;ext=\u0000\r\na\r\n0\r\n\r\n", "2\r\n{}\r\n0\r\nEvil: x\r\n\r\n", "0\r\n\r\n", "");

    /// <summary>One in ten is damaged on its way.</summary>
    private static byte[] Spoiled(Random random, byte[] bytes)
    {
        if (bytes.Length > 0 && random.Next(10) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];
}
