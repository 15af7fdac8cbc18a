using System.Globalization;
using System.Text;

namespace HuiminCoord.Server.Tests.Attacks;

/// <summary>Messages to the push channel that no client of ours sends, from a seed.</summary>
internal sealed class HostileFrames(int seed)
{
    private const string End = "\u001e";

    private static readonly string[] Arguments =
    [
        "", "null", "\"\"", "1", "-1", "9223372036854775808", "1e400", "\"huimin-2020\"", "\"jiaoyu/liaison\"", "\"minzheng/leader\"", "\"..\"", "{}", "[]", "[[[[]]]]", "true", "\"\\ud800\"", "\"\\u0000\"", "{\"campaign\":1}",
    ];

    private static readonly string[] Broken =
    [
        "", "{", "}", "[]", "null", "{\"type\":}", "{\"type\":\"1\"}", "{\"type\":99}", "{\"type\":-1}", "{\"type\":1}", "{\"type\":1,\"target\":1}", "{\"type\":1,\"target\":\"Resume\"}", "{\"type\":3,\"invocationId\":\"x\",\"result\":{}}",
        "{\"type\":2,\"invocationId\":\"x\",\"item\":1}", "{\"type\":5,\"invocationId\":\"nobody\"}", "{\"type\":4,\"invocationId\":\"s\",\"target\":\"Resume\",\"arguments\":[]}", "{\"type\":6}", "{\"protocol\":\"json\",\"version\":1}", "{\"type\":8,\"sequenceId\":-5}",
        "{\"type\":9,\"sequenceId\":99999999999}", "\u0000\u0001", "{\"type\":1,\"target\":\"Resume\",\"arguments\":[\"a\",\"b\",1],\"streamIds\":[\"1\",\"2\"]}",
    ];

    /// <summary>The frame with this number, and whether it is sent as text.</summary>
    internal (byte[] Bytes, bool IsText) Number(int number)
    {
        var random = new Random(HashCode.Combine(seed, number) & int.MaxValue);
        var text = random.Next(10) switch
        {
            < 4 => Broken[random.Next(Broken.Length)] + End,
            < 8 => Call(random) + End,
            8 => Call(random)[..random.Next(10)] + (random.Next(2) == 0 ? "" : End),
            _ => $"{{\"type\":1,\"target\":\"Resume\",\"arguments\":[\"{new string('x', random.Next(60_000))}\"]}}" + (random.Next(2) == 0 ? End + End : End),
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(8) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            return (bytes, false);
        }

        return (bytes, random.Next(20) != 0);
    }

    private static string Call(Random random)
    {
        string[] targets = ["Resume", "resume", "Deliver", "OnConnectedAsync", "Dispose", "ToString", "get_Context", "__proto__", ""];
        var arguments = string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => Arguments[random.Next(Arguments.Length)]));
        return string.Create(CultureInfo.InvariantCulture, $"{{\"type\":1,\"invocationId\":\"{random.Next(9)}\",\"target\":\"{targets[random.Next(targets.Length)]}\",\"arguments\":[{arguments}]}}");
    }
}
