using System.CommandLine;
using HuiminCoord.Domain.Plans.Amending;

namespace HuiminCoord.Server.Commands;

/// <summary><c>plan diff A B</c>: what an amended plan changes, and whether it can take the place of the other.</summary>
internal static class PlanDiffCommand
{
    internal static Command Create()
    {
        var before = new Argument<FileInfo>("before") { Description = "The plan in force, a JSON file." };
        var after = new Argument<FileInfo>("after") { Description = "The amended plan." };
        var json = new Option<bool>("--json") { Description = "One JSON object per line." };
        var command = new Command("diff", "Say in what an amended plan differs, and what speaks against it.") { before, after, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), parsed.GetValue(json)));
        return command;
    }

    private static int Run(FileInfo before, FileInfo after, bool json)
    {
        var (was, now) = (PlanFile.Open(before).Require(), PlanFile.Open(after).Require());
        foreach (var difference in PlanComparison.Between(was, now))
        {
            System.Console.WriteLine(json ? JsonLine.Of(difference) : Line(difference));
        }

        if (AmendmentRules.Refuse([was], now) is { } refusal)
        {
            System.Console.Error.WriteLine($"Version {now.Version} cannot take the place of version {was.Version}: {refusal.Code} {string.Join(", ", refusal.Arguments)}".TrimEnd());
            return ExitCode.Refused;
        }

        System.Console.Error.WriteLine($"Version {now.Version} can take the place of version {was.Version}. What it does to each unit on a day: POST .../amendments/preview.");
        return ExitCode.Done;
    }

    private static string Line(PlanDifference difference) => difference switch
    {
        { Was: "" } => $"+ {difference.Kind} {difference.Subject}: {difference.Is}",
        { Is: "" } => $"- {difference.Kind} {difference.Subject}: {difference.Was}",
        _ => $"~ {difference.Kind} {difference.Subject}: {difference.Was} → {difference.Is}",
    };
}
