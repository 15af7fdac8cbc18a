using System.Globalization;

namespace HuiminCoord.Server.Searching;

/// <summary>Where the console shows what was found.</summary>
internal static class SearchLinks
{
    internal const string Phases = "/phases";
    internal const string Plan = "/plan";

    internal static string Unit(string unit) => $"/roster?unit={unit}";

    internal static string Obligation(string unit, string duty) => $"/board?unit={unit}&duty={duty}";

    internal static string Task(string task) => $"/tasks/{task}";

    /// <summary>An inbox and a place in it; the stroke between them may stand in a query as it is.</summary>
    internal static string Message(string recipient, long seq) => string.Create(CultureInfo.InvariantCulture, $"/messages?at={recipient}/{seq}");

    internal static string Question(string question) => $"/plan#{question}";
}
