using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>One input of a meeting as the log keeps it: a wake, or a command and whether it was carried out.</summary>
/// <param name="At">Wall-clock time of Asia/Shanghai.</param>
/// <param name="Command">Null for a wake.</param>
/// <param name="Facts">What the units owed; only where an agenda is composed.</param>
internal sealed record MeetingEntry(DateTime At, MeetingCommand? Command, bool Accepted, ReferenceFacts? Facts);

/// <summary>
/// A meeting as the comments of its commands describe it, recomputed from the first entry of its log. Knows the plans and the
/// papers; shares no code with the rules. Times are wall-clock times of Asia/Shanghai.
/// </summary>
internal sealed class ReferenceMeeting(string id, CampaignWorld world)
{
    private static readonly string[] Seats = ["leader", "liaison", "deputy"];

    public string Id { get; } = id;

    public CampaignWorld World { get; } = world;

    public MeetingStage Stage { get; set; }

    public MeetingKind Kind { get; set; }

    public UnitId? Unit { get; set; }

    public MeetingArrangement? Arrangement { get; set; }

    /// <summary>In the order in which it will be spoken of; removed ones stay.</summary>
    public List<ReferenceItem> Agenda { get; set; } = [];

    public int Revision { get; set; }

    public DateTime? ComposedAt { get; set; }

    public int Entered { get; set; }

    public DateTime? SubmittedAt { get; set; }

    public int Submission { get; set; }

    public string Remark { get; set; } = "";

    public int Told { get; set; }

    public DateTime? ToldAt { get; set; }

    public DateOnly? ReplyBy { get; set; }

    /// <summary>The last answer of each unit, in words, and when it was given.</summary>
    public SortedDictionary<string, (string Words, DateTime At)> Replies { get; } = new(StringComparer.Ordinal);

    public ReferenceSession? Session { get; set; }

    public DateTime? AskedAgainAt { get; set; }

    public bool SilenceTold { get; set; }

    /// <summary>Everything that was told anybody, oldest first.</summary>
    public List<string> Messages { get; } = [];

    public DateTime StartsAt => Shanghai.Of(Arrangement!.StartsAt);

    /// <summary>Invited units that have not answered, in the order of the invitation.</summary>
    public List<UnitId> Silent => Arrangement!.Units.Where(u => !Replies.ContainsKey(u.Value)).ToList();

    public static ReferenceMeeting Replay(string id, CampaignWorld world, IEnumerable<MeetingEntry> log)
    {
        var meeting = new ReferenceMeeting(id, world);
        foreach (var entry in log)
        {
            if (entry.Command is null)
            {
                MeetingWakes.Wake(meeting, entry.At);
            }
            else if (entry.Accepted)
            {
                MeetingWay.Apply(meeting, entry.Command, entry.Facts, entry.At);
            }
        }

        return meeting;
    }

    public Plan PlanAt(DateTime at) => World.PlanAt(at);

    public KnownDays DaysAt(DateTime at) => World.Known.At(at);

    public bool Invites(UnitId unit) => Arrangement!.Units.Contains(unit);

    public void Tell(string kind, IEnumerable<string> to) => Messages.Add($"{kind} > {string.Join(' ', to)}");

    /// <summary>All seats of the units: the member, the liaison and the deputy.</summary>
    public void TellUnits(string kind, IEnumerable<UnitId> units) => Tell(kind, units.SelectMany(u => Seats.Select(s => $"{u}/{s}")));

    public void TellMembers(string kind) => TellUnits(kind, Arrangement!.Units);
}

/// <summary>One item of an agenda.</summary>
/// <param name="Fact">Of composed ones the sentence is taken as it comes: the model does not foretell words.</param>
internal sealed record ReferenceItem(string Id, AgendaHeading Heading, AgendaReason Reason, string Fact, string Proposal, string Owner, int Minutes, string Rows, string Units)
{
    public string? Removed { get; init; }

    public bool Addendum { get; init; }

    /// <summary>The office worded it: its proposal, owner and time are the office's.</summary>
    public bool Worded { get; init; }

    public bool IsEntered => Reason is AgendaReason.EnteredByOffice or AgendaReason.EnteredByUnit;
}

/// <summary>What is recorded of a session and of its minutes.</summary>
internal sealed class ReferenceSession(string recorder, DateTime begunAt)
{
    public string Recorder { get; set; } = recorder;

    public DateTime BegunAt { get; } = begunAt;

    public DateTime? EndedAt { get; set; }

    public string? Current { get; set; }

    public SortedDictionary<string, string> Attendance { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

    public List<ReferenceDecision> Decisions { get; } = [];

    public DateTime? CirculatedAt { get; set; }

    public DateOnly? CorrectBy { get; set; }

    public List<(UnitId Unit, string Text)> Corrections { get; } = [];

    public DateTime? ConfirmedAt { get; set; }
}

/// <summary>A matter that was decided.</summary>
internal sealed record ReferenceDecision(int Number, string? Item, string Text, UnitId Owner, string With, DateOnly? Due, int? Workdays, string Clause, string Dissent)
{
    public string? Dropped { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool Handed { get; init; }

    public string? Refused { get; init; }
}
