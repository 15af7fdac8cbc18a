using System.CommandLine;

namespace HuiminCoord.Server.Commands;

/// <summary><c>plan check F</c>: says everything that is wrong with a plan, at once.</summary>
internal static class PlanCheckCommand
{
    internal static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The plan, a JSON file." };
        var command = new Command("check", "Check a plan and print every problem as FILE:LINE:COL: message.") { file };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Run(FileInfo file)
    {
        var plan = PlanFile.Open(file);
        var reading = plan.Check();
        foreach (var problem in reading.Problems)
        {
            System.Console.WriteLine($"{plan.Name}:{problem}");
        }

        if (reading.Plan is not { } good)
        {
            System.Console.Error.WriteLine($"{reading.Problems.Count} problem(s). Nothing was changed.");
            return ExitCode.Refused;
        }

        System.Console.Error.WriteLine($"{plan.Name}: {good.Title}, version {good.Version}: {good.Units.Count} units, {good.Tasks.Count} tasks, {good.Phases.Count} phases, {good.Duties.Count} duties, {good.Questions.Count} open questions. No problems.");
        return ExitCode.Done;
    }
}
