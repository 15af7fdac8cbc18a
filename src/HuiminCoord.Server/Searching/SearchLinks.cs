using System.Globalization;

namespace HuiminCoord.Server.Searching;

/// <summary>Where the console shows what was found.</summary>
internal static class SearchLinks
{
    internal const string Phases = "/phases";
    internal const string Plan = "/plan";

    internal static string Unit(string unit) => $"/roster/unit?unit={unit}";

    internal static string Obligation(string unit, string duty) => $"/board?unit={unit}&duty={duty}";

    internal static string Task(string task) => $"/tasks/{task}";

    /// <summary>As mails lead to a message: to the workbench of whoever sits in its seat.</summary>
    internal static string Message(string campaign, string recipient, long seq) => string.Create(CultureInfo.InvariantCulture, $"/m/{campaign}/{recipient}/{seq}");

    internal static string Question(string question) => $"/plan?tab=questions&q={question}";
}
