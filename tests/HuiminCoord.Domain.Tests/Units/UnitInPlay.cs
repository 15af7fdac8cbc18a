using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>A unit under the notice's plan with the real papers, driven by commands and by its own wakes.</summary>
internal sealed class UnitInPlay(UnitPlan? plan = null, Plan? under = null, DateTime? imported = null)
{
    private UnitTerms _terms = (World.Real with { Unit = plan ?? World.Real.Unit, Plan = under ?? World.Real.Plan, Papers = Papers(imported) }).Terms();
    private readonly List<(DateTimeOffset At, UnitEvent Event)> _events = [];
    private DateTimeOffset _now = Instant("2020-01-01 00:00");

    public UnitState State { get; private set; } = new();

    public DateTimeOffset? Next => UnitWake.Next(State, _terms, _now);

    /// <summary>Everything that happened, in order.</summary>
    public IEnumerable<UnitEvent> Events => _events.Select(e => e.Event);

    /// <summary>The plan reaches the unit. From then on it has a leader and nobody else.</summary>
    public UnitInPlay Begun(string at = "2020-09-17 08:00") => Does(at, new UnitCommand.Begin(1, Instant(at), "局负责同志"));

    /// <summary>A later version of the plan reaches the unit.</summary>
    /// <param name="issued">When it was issued; left out = at the same time.</param>
    public UnitInPlay Amended(string at, Plan version, UnitPlan? member = null, string? issued = null)
    {
        _now = Instant(at);
        var terms = (World.Real with { Unit = member ?? _terms.Unit, Plan = version }).Terms();
        var begin = new UnitCommand.Begin(version.Version, Instant(issued ?? at), "局负责同志");
        Keep((Decision<UnitEvent>.Kept)UnitRules.Amend(State, begin, _terms, terms, _now));
        _terms = State.PlanVersion == version.Version ? terms : _terms;
        return this;
    }

    public UnitInPlay Named(string at, SeatKind seat, string holder) => Does(at, new UnitCommand.NameSeat(seat, holder, "科员", "", null, null));

    /// <summary>A command that is carried out.</summary>
    public UnitInPlay Does(string at, UnitCommand command) =>
        Decided(at, command) is Decision<UnitEvent>.Kept kept ? Keep(kept) : throw new InvalidOperationException($"{at} {command}: {Refusal(at, command)}");

    /// <summary>The code of the refusal; null when the command is carried out. Keeps nothing.</summary>
    public string? Refusal(string at, UnitCommand command) => (Decided(at, command) as Decision<UnitEvent>.Refused)?.Refusal.Code;

    /// <summary>True when the command is carried out and changes nothing.</summary>
    public bool ChangesNothing(string at, UnitCommand command) => Decided(at, command) is Decision<UnitEvent>.Kept { Events.Count: 0 };

    /// <summary>Wakes at all its own times through this one.</summary>
    public UnitInPlay WokenUntil(string until)
    {
        while (Next is { } at && at <= Instant(until))
        {
            Woken(at);
        }

        _now = Instant(until);
        return this;
    }

    /// <summary>One wake at this time, whether it is the unit's own or not; those before it were missed.</summary>
    public UnitInPlay WokenAt(string at) => Woken(Instant(at));

    /// <summary>The steps of a duty: <c>09-22 09:00 t-5 liaison</c>, with the fate where it is not delivered.</summary>
    public IReadOnlyList<string> Steps(string duty) =>
    [
        .. Events.OfType<UnitEvent.Reminded>().SelectMany(e => e.Steps, (e, s) => (e.Slot, Step: s)).Where(s => s.Step.Duty.Value == duty)
            .Select(s => $"{s.Slot[5..].Replace('T', ' ')} {s.Step.Rung} {s.Step.Recipient.Split('/')[^1]}{(s.Step.Fate is StepFate.Delivered ? "" : $" {s.Step.Fate}")}"),
    ];

    /// <summary>What digests told of changes: <c>09-18 09:00 liaison: seat:liaison</c>.</summary>
    public IReadOnlyList<string> Told =>
    [
        .. Events.OfType<UnitEvent.Reminded>().Where(e => e.Changes.Count > 0)
            .Select(e => $"{e.Slot[5..].Replace('T', ' ')} {string.Join('+', e.Told.Select(t => t.Split('/')[^1]))}: {string.Join(' ', e.Changes)}"),
    ];

    public UnitEvent.Reported Report(string duty) => Events.OfType<UnitEvent.Reported>().Single(e => e.Duty.Value == duty);

    public static DateTimeOffset Instant(string shanghai) => DateTimeOffset.Parse($"{shanghai}+08:00", CultureInfo.InvariantCulture);

    /// <summary>The real papers; the one of 2021 may be imported at a Shanghai time instead of known from its publication.</summary>
    private static IReadOnlyList<PaperFact> Papers(DateTime? imported) =>
        imported is { } at ? [.. World.Real.Papers.Select(p => p.Id == "2021-1" ? p with { ImportedAt = at } : p)] : World.Real.Papers;

    private Decision<UnitEvent> Decided(string at, UnitCommand command)
    {
        _now = Instant(at);
        return UnitRules.Decide(State, command, _terms, _now);
    }

    private UnitInPlay Woken(DateTimeOffset at)
    {
        _now = at;
        return Keep((Decision<UnitEvent>.Kept)UnitRules.DecideWake(State, _terms, at));
    }

    private UnitInPlay Keep(Decision<UnitEvent>.Kept kept)
    {
        _events.AddRange(kept.Events.Select(e => (_now, e)));
        State = kept.Events.Aggregate(State, UnitEvolution.Evolve);
        return this;
    }
}

/// <summary>Commands in few words.</summary>
internal static class Say
{
    public static DutyId Duty(string id) => new(id);

    public static UnitCommand.Submit Submit(string duty, params string[] parts) => new(new(duty), parts, "", false, null);

    public static UnitCommand.Submit Paper(string duty, string received) => new(new(duty), [], "", false, UnitInPlay.Instant(received));

    public static UnitCommand.Accept Accept(string duty, params string[] parts) => new(new(duty), parts);

    public static UnitCommand.Return Return(string duty, string part) => new(new(duty), part, [new("全部", "请核实")]);

    public static UnitCommand.BeginReview Review(string duty, params string[] parts) => new(new(duty), parts);

    public static UnitCommand.Withdraw TakeBack(string duty, params string[] parts) => new(new(duty), parts, "数据有误");

    public static UnitCommand.Waive Waive(string duty, params string[] parts) => new(new(duty), parts, "机构合并");

    public static UnitCommand.AskExtension Ask(string duty, int year, int month, int day) => new(new(duty), new(year, month, day), "系统升级");

    public static UnitCommand.DecideExtension Grant(string duty, DateOnly? until = null) => new(new(duty), true, until, "");

    public static UnitCommand.MoveDue Move(string duty, int year, int month, int day) => new(new(duty), new(year, month, day), "联席会议决定");

    public static UnitCommand.Urge Urge(string duty, string reason = "") => new(new(duty), reason);

    public static UnitCommand.MarkAbsent Absent(SeatKind seat, DateOnly from, DateOnly until) => new(seat, from, until);

    public static UnitCommand.Assign Assign(string duty, DateOnly due, DutyKind kind = DutyKind.Other) => new(new(duty), new(kind, "报送整改清单", due, "", "office"));
}
