using System.Reflection;
using System.Runtime.CompilerServices;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;

namespace HuiminCoord.Grains.Tests.Rooms;

/// <summary>The words that stand in stored rows, audit rows and outboxes for ever: every event's name and every property.</summary>
/// <remarks>Adding a line is fine. A changed or missing line orphans what earlier versions stored.</remarks>
public sealed class StoredNamesTests
{
    private static readonly string Committed = Path.Combine(Path.GetDirectoryName(ThisFile())!, "stored-names.txt");

    private static readonly Type[] Stored =
    [
        typeof(CampaignState), typeof(CampaignEvent), typeof(UnitState), typeof(UnitEvent), typeof(TaskState), typeof(TaskEvent),
        typeof(PhaseState), typeof(PhaseEvent), typeof(OfficeState), typeof(OfficeEvent), typeof(MeetingState), typeof(MeetingEvent),
        typeof(SupervisionState), typeof(SupervisionEvent), typeof(SupervisionMandate), typeof(SupervisionVisit), typeof(SupervisionProblem),
        typeof(Obligation), typeof(Assignment), typeof(Seat), typeof(PendingChanges), typeof(OpenedDuty), typeof(FiredStep), typeof(Remark),
        typeof(Milestone), typeof(OfficeStep), typeof(DutyCount), typeof(MovedStep), typeof(AmendedDuty), typeof(FileRef),
        typeof(MeetingArrangement), typeof(MeetingReply), typeof(AgendaItem),
        typeof(ReportState), typeof(ReportEvent), typeof(ReportVersion), typeof(FilledSheet), typeof(ReopeningWish),
        typeof(ConsolidationState), typeof(ConsolidationEvent), typeof(KeptTable), typeof(KeptReport), typeof(Bulletin), typeof(Objection), typeof(IssuedBulletin),
    ];

    [Fact]
    public void Stored_names_are_those_that_were_agreed()
    {
        var now = string.Join('\n', Stored.SelectMany(Lines)) + "\n";
        if (Environment.GetEnvironmentVariable("HUIMINCOORD_GOLDEN") == "write")
        {
            File.WriteAllText(Committed, now);
        }

        var (agreed, lines) = (File.ReadAllLines(Committed), now.TrimEnd('\n').Split('\n'));
        var changes = agreed.Except(lines).Select(l => "- " + l).Concat(lines.Except(agreed).Select(l => "+ " + l)).ToList();
        Assert.True(changes.Count == 0, $"Stored names changed. If every earlier row can still be read, run tests/golden.sh:\n{string.Join('\n', changes)}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [Fact]
    public void Every_stored_type_has_a_name_of_its_own()
    {
        var names = Stored.SelectMany(t => t.IsAbstract ? t.GetNestedTypes() : [t]).Select(t => t.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).ToList();

        Assert.DoesNotContain(null, names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private static IEnumerable<string> Lines(Type type) => type.IsAbstract
        ? type.GetNestedTypes().OrderBy(Alias, StringComparer.Ordinal).Select(Line)
        : [Line(type)];

    private static string Line(Type type)
    {
        var properties = StoredJson.Options.GetTypeInfo(type).Properties.Where(p => p.Get is not null).Select(p => p.Name);
        return $"{Alias(type)}: {string.Join(' ', properties)}".TrimEnd();
    }

    private static string Alias(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)!.Alias;
}
