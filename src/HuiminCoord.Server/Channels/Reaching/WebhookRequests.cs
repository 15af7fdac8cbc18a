using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>Requests of the three kinds of webhooks, and how they are signed. <c>deploy/README.md</c> says how a receiver verifies ours.</summary>
internal static class WebhookRequests
{
    internal const string IdHeader = "X-HuiminCoord-Delivery";
    internal const string SignatureHeader = "X-HuiminCoord-Signature";

    internal static HttpRequestMessage Of(string target, WebhookTemplate template, string? secret, OutsideMessage message, DateTimeOffset now)
    {
        var body = template == WebhookTemplate.Plain ? Plain(message) : RobotText(message);
        var address = template == WebhookTemplate.DingTalk ? Signed(target, secret ?? "", now) : target;
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(IdHeader, message.Id);
        if (template == WebhookTemplate.Plain)
        {
            request.Headers.Add(SignatureHeader, Signature(body, secret ?? "", now));
        }

        return request;
    }

    /// <summary><c>errcode</c> of a robot's answer; null when there is none to be read.</summary>
    internal static int? RobotNumber(ReadOnlySpan<byte> answer)
    {
        try
        {
            var reader = new Utf8JsonReader(answer);
            return JsonElement.TryParseValue(ref reader, out var read) && read is { ValueKind: JsonValueKind.Object } one
                && one.TryGetProperty("errcode", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var code)
                    ? code
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary><c>t=1600128000,v1=…</c>: HMAC-SHA256 with the secret over the time, a full stop and the body.</summary>
    internal static string Signature(ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{time}."), .. body];
        var code = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        return $"t={time},v1={Convert.ToHexStringLower(code)}";
    }

    /// <summary>加签: the time and the secret are signed with the secret, and both stand in the address.</summary>
    internal static string Signed(string target, string secret, DateTimeOffset now)
    {
        var time = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var code = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}\n{secret}"));
        var separator = target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{target}{separator}timestamp={time}&sign={Uri.EscapeDataString(Convert.ToBase64String(code))}";
    }

    private static byte[] Plain(OutsideMessage message) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            delivery = message.Id,
            campaign = message.Campaign,
            recipient = message.Recipient,
            seq = message.Seq,
            kind = message.Kind,
            at = message.At.ToOffset(ChinaTime.Offset),
            title = message.Title,
            due = message.Due,
            link = message.Link,
            text = message.Text,
        },
        ApiJson.Options);

    /// <summary>Both makers of robots take the same.</summary>
    private static byte[] RobotText(OutsideMessage message) =>
        JsonSerializer.SerializeToUtf8Bytes(new { msgtype = "text", text = new { content = message.Text } }, ApiJson.Options);
}
