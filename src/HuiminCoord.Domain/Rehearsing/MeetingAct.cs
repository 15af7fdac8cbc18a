using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>What people do in or about a meeting. What it comes to depends on the meeting as it stands: agendas differ because what went before differs.</summary>
public abstract record MeetingAct
{
    /// <summary>Who records in rehearsals.</summary>
    internal const string Recorder = Recipients.Office;

    /// <summary>What is asked of the meeting's actor, one after the other; nothing = there is nothing to do.</summary>
    public abstract IReadOnlyList<MeetingCommand> Commands(MeetingState state, Plan plan);

    /// <summary>A command that depends on nothing.</summary>
    public sealed record Plain(MeetingCommand Command) : MeetingAct
    {
        /// <inheritdoc/>
        public override IReadOnlyList<MeetingCommand> Commands(MeetingState state, Plan plan) => [Command];
    }

    /// <summary>The list to sign: units come as they answered. Of those that never did, one in four stays away.</summary>
    public sealed record SignIn(int Seed) : MeetingAct
    {
        /// <inheritdoc/>
        public override IReadOnlyList<MeetingCommand> Commands(MeetingState state, Plan plan)
        {
            ArgumentNullException.ThrowIfNull(state);
            return state.Arrangement is not { } arranged ? [] : [new MeetingCommand.Attend(Recorder, [.. arranged.Units.Select(u => Of(u, state))])];
        }

        private Attendance Of(UnitId unit, MeetingState state) => state.Replies.GetValueOrDefault(unit.Value) switch
        {
            { Kind: MeetingReplyKind.Coming } => new(unit, AttendanceKind.Present, ""),
            { Kind: MeetingReplyKind.Deputy } reply => new(unit, AttendanceKind.StandIn, reply.Who),
            { Kind: MeetingReplyKind.Absent } => new(unit, AttendanceKind.Excused, ""),
            _ => new(unit, SeededChoice.Of(Seed, $"{state.Arrangement!.Title}/{unit}/came", 4) == 0 ? AttendanceKind.Missing : AttendanceKind.Present, ""),
        };
    }

    /// <summary>The meeting comes to its n-th item (0 = the first): it is turned to, spoken of, and mostly something is decided.</summary>
    /// <param name="Meeting">The meeting's id.</param>
    public sealed record TakeUp(string Meeting, int Place, int Seed) : MeetingAct
    {
        /// <inheritdoc/>
        public override IReadOnlyList<MeetingCommand> Commands(MeetingState state, Plan plan)
        {
            ArgumentNullException.ThrowIfNull(state);
            ArgumentNullException.ThrowIfNull(plan);
            if (state.Session is null || state.Agenda.Where(i => i.Removed is null).ElementAtOrDefault(Place) is not { } item)
            {
                return [];
            }

            var decided = Decided(item, plan);
            var turned = new MeetingCommand.TurnTo(Recorder, item.Id);
            var noted = new MeetingCommand.Note(Recorder, item.Id, decided is null ? Undecided(item) : "会议作出决定，见议定事项。");
            return decided is null ? [turned, noted] : [turned, noted, new MeetingCommand.RecordDecision(Recorder, item.Id, decided with { Workdays = Workdays(Seed, Meeting, state.Session.Decisions.Count + 1) })];
        }

        /// <summary>What an open decision, an open question and a change of members need is no new duty.</summary>
        private DecisionWording? Decided(AgendaItem item, Plan plan)
        {
            var owner = item.Units.Count > 0 ? item.Units[0] : plan.Convenor;
            var text = item.Reason switch
            {
                AgendaReason.BlockedTask or AgendaReason.TaskDispute => $"明确“{TaskOf(item, plan)?.Title}”职责分工，书面报联席办",
                AgendaReason.PhaseGate => "补齐阶段目标佐证材料，提请阶段验收",
                AgendaReason.NotReported => $"{plan.Unit(owner)?.Name}补齐未报事项，说明原因和整改措施",
                _ => null,
            };
            return text is null || plan.Unit(owner) is null || SeededChoice.Of(Seed, $"{Meeting}/{item.Id}/decides", 4) == 0 ? null : new(text, owner, [], null, null, "", "");
        }

        private static TaskPlan? TaskOf(AgendaItem item, Plan plan) =>
            item.Rows.FirstOrDefault(r => r.StartsWith("task/", StringComparison.Ordinal)) is { } row ? plan.Task(new TaskId(row["task/".Length..])) : null;

        private static string Undecided(AgendaItem item) => item.Reason switch
        {
            AgendaReason.OpenDecision => "责任单位说明进展，继续办理，下次会议通报。",
            AgendaReason.OpenQuestions => "暂按默认办理，由联席办与上级衔接后明确。",
            AgendaReason.MemberChange => "会议同意。",
            _ => "会议听取情况，由联席办跟进。",
        };
    }

    /// <summary>Working days that the n-th decision of a meeting has: 5 to 14.</summary>
    internal static int Workdays(int seed, string meeting, int number) =>
        5 + SeededChoice.Of(seed, string.Create(CultureInfo.InvariantCulture, $"{meeting}/y{number}/days"), 10);
}
