using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>Commands about one obligation. README, "Parts" and "Silence".</summary>
internal static class DutyCommands
{
    public static void Apply(ReferenceUnit unit, UnitCommand command, DateTime now)
    {
        var duty = unit.Find(Target.Of(command)!)!;
        duty.Plan = null;
        switch (command)
        {
            case UnitCommand.Submit c:
                Submit(unit, duty, c, now);
                break;
            case UnitCommand.Accept c:
                Accept(unit, duty, c, now);
                break;
            case UnitCommand.Return c:
                Return(unit, duty, c, now);
                break;
            case UnitCommand.BeginReview c:
                TakingBack.Review(unit, duty, c);
                break;
            case UnitCommand.Withdraw c:
                TakingBack.Apply(unit, duty, c, now);
                break;
            case UnitCommand.Waive c:
                Waive(unit, duty, c, now);
                break;
            case UnitCommand.AskExtension c:
                duty.Asked = c.Until;
                break;
            case UnitCommand.Urge:
                duty.UrgedOn = DateOnly.FromDateTime(now);
                TellAtOnce(unit, "urge", duty, now);
                break;
            default:
                ChangeDate(unit, duty, command, now);
                break;
        }
    }

    /// <summary>Draws the conclusions of what happened to its parts: reported, nothing left to correct, closed.</summary>
    public static void Settle(ReferenceUnit unit, ReferenceDuty duty, DateTime now)
    {
        if (!duty.Reported && !duty.Parts.ContainsValue(Stage.Open))
        {
            duty.Reported = true;
            duty.Asked = null;
            unit.History.Reports.Add(Judged(duty, unit.DaysAt(now)));
        }

        if (!duty.Parts.ContainsValue(Stage.Returned))
        {
            duty.CorrectionDue = null;
        }

        if (duty.Closed)
        {
            unit.Open.Remove(duty);
            unit.History.Closed.Add(duty.Id);
        }
    }

    private static Report Judged(ReferenceDuty duty, KnownDays days)
    {
        if (duty.EnteredLate || duty.Parts.Values.All(s => s == Stage.Waived))
        {
            return new(duty.Id, null, null, 0);
        }

        var at = duty.JudgedAt!.Value;
        return new(duty.Id, at, !duty.LateAt(at), duty.LateAt(at) ? days.WorkingDaysAfter(duty.Due!.Value, DateOnly.FromDateTime(at)) : 0);
    }

    private static void Submit(ReferenceUnit unit, ReferenceDuty duty, UnitCommand.Submit submit, DateTime now)
    {
        var parts = Named(duty, submit.Parts, Stage.Open, Stage.Returned);
        foreach (var part in parts)
        {
            duty.FirstSubmitted.TryAdd(part, submit.ReceivedAt is { } received ? Shanghai.Of(received) : now);
            duty.Parts[part] = Stage.Submitted;
            TakingBack.HandedIn(duty, part, submit.ReceivedAt is not null);
        }

        if (parts.Count > 0)
        {
            TellAtOnce(unit, "receipt", duty, now);
            Settle(unit, duty, now);
        }
    }

    private static void Accept(ReferenceUnit unit, ReferenceDuty duty, UnitCommand.Accept accept, DateTime now)
    {
        var parts = Named(duty, accept.Parts, Stage.Submitted);
        parts.ForEach(p => duty.Parts[p] = Stage.Accepted);
        if (parts.Count > 0)
        {
            unit.Note(now, $"accepted:{duty.Id}");
            Settle(unit, duty, now);
        }
    }

    private static void Return(ReferenceUnit unit, ReferenceDuty duty, UnitCommand.Return back, DateTime now)
    {
        if (duty.Parts[back.Part] != Stage.Submitted)
        {
            return;
        }

        duty.Parts[back.Part] = Stage.Returned;
        duty.Returns++;
        duty.CameBack.Add(back.Part);
        duty.CorrectionDue = duty.LastCorrection = unit.DaysAt(now).Walk(DateOnly.FromDateTime(now), unit.Plan.Settings.CorrectionWorkdays);
        TellAtOnce(unit, "return", duty, now);
    }

    private static void Waive(ReferenceUnit unit, ReferenceDuty duty, UnitCommand.Waive waive, DateTime now)
    {
        var parts = Named(duty, waive.Parts, Stage.Open, Stage.Submitted, Stage.Returned);
        parts.ForEach(p => duty.Parts[p] = Stage.Waived);
        if (parts.Count > 0)
        {
            unit.Note(now, $"waived:{duty.Id}");
            Settle(unit, duty, now);
        }
    }

    private static void ChangeDate(ReferenceUnit unit, ReferenceDuty duty, UnitCommand command, DateTime now)
    {
        if (command is UnitCommand.MoveDue same && same.Due == duty.Due)
        {
            return;
        }

        switch (command)
        {
            case UnitCommand.DecideExtension { Granted: true } c:
                (duty.Due, duty.Since, duty.Grants, duty.Asked, duty.HasOwnDate) = (c.Until ?? duty.Asked, now, duty.Grants + 1, null, true);
                unit.Note(now, $"extension:{duty.Id}");
                break;
            case UnitCommand.DecideExtension:
                duty.Asked = null;
                unit.Note(now, $"extension:{duty.Id}");
                break;
            case UnitCommand.MoveDue c:
                (duty.Due, duty.HasOwnDate) = (c.Due, true);
                unit.Note(now, $"moved:{duty.Id}");
                break;
        }
    }

    /// <summary>The parts that the command means: the named ones, or all, as far as they are in these stages.</summary>
    public static List<string> Named(ReferenceDuty duty, IReadOnlyList<string> named, params Stage[] stages) =>
        duty.PartIds.Where(p => (named.Count == 0 || named.Contains(p)) && stages.Contains(duty.Parts[p])).ToList();

    public static void TellAtOnce(ReferenceUnit unit, string kind, ReferenceDuty duty, DateTime now) =>
        unit.History.AtOnce.Add(new(now, kind, duty.Id, unit.Route(Domain.Plans.Role.Liaison, DateOnly.FromDateTime(now))));
}

/// <summary>The duty that a command is about.</summary>
internal static class Target
{
    public static string? Of(UnitCommand command) => command switch
    {
        UnitCommand.Submit c => c.Duty.Value,
        UnitCommand.Accept c => c.Duty.Value,
        UnitCommand.Return c => c.Duty.Value,
        UnitCommand.BeginReview c => c.Duty.Value,
        UnitCommand.Withdraw c => c.Duty.Value,
        UnitCommand.Waive c => c.Duty.Value,
        UnitCommand.AskExtension c => c.Duty.Value,
        UnitCommand.DecideExtension c => c.Duty.Value,
        UnitCommand.MoveDue c => c.Duty.Value,
        UnitCommand.Urge c => c.Duty.Value,
        _ => null,
    };
}
