using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Domain.Units;

/// <summary>What a unit's actor decides. Pure: the same state, command, terms and instant give the same decision.</summary>
public static class UnitRules
{
    /// <summary>Most obligations that may be open at once: beyond it the stored document would outgrow its page.</summary>
    public const int MostOpen = 40;

    /// <summary>Decides a command.</summary>
    public static Decision<UnitEvent> Decide(UnitState state, UnitCommand command, UnitTerms terms, DateTimeOffset now)
    {
        if (command is UnitCommand.Begin begin)
        {
            return OpeningRules.Begin(state, begin, terms);
        }

        if (state.PlanVersion == 0)
        {
            return new Refusal("unit.not-begun", terms.Unit.Name);
        }

        if (command is UnitCommand.Leave leave)
        {
            return AmendingRules.Leave(state, leave, CatchUp(state, terms, now), now);
        }

        if (state.LeftWith > 0)
        {
            return new Refusal("unit.left", terms.Unit.Name);
        }

        var due = CatchUp(state, terms, now);
        var decision = DecideBegun(due.Aggregate(state, UnitEvolution.Evolve), command, terms, now);
        return decision is Decision<UnitEvent>.Kept kept ? Decision<UnitEvent>.Keep([.. due, .. kept.Events]) : decision;
    }

    /// <summary>Decides what a later plan version changes for a unit that works by an earlier one.</summary>
    /// <param name="former">Terms of the version that the unit works by.</param>
    /// <param name="terms">Terms of the version that is issued.</param>
    public static Decision<UnitEvent> Amend(UnitState state, UnitCommand.Begin command, UnitTerms former, UnitTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        if (command.PlanVersion <= Math.Max(state.PlanVersion, state.LeftWith))
        {
            return Decision<UnitEvent>.Nothing;
        }

        // What the former plan had due by now happens first, by the former plan; a unit that had left only learns of new papers.
        var due = state.LeftWith > 0 ? [.. DateRules.Revised(state, former, now)] : CatchUp(state, former, now);
        return Decision<UnitEvent>.Keep([.. due, .. AmendingRules.Amend(due.Aggregate(state, UnitEvolution.Evolve), command, former, terms, now)]);
    }

    /// <summary>Decides what to do when the actor is woken: revised dates, openings, reminders.</summary>
    public static Decision<UnitEvent> DecideWake(UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        if (state.PlanVersion == 0 || state.LeftWith > 0)
        {
            return Decision<UnitEvent>.Nothing;
        }

        var due = CatchUp(state, terms, now);
        return Decision<UnitEvent>.Keep([.. due, .. ReminderRules.Due(due.Aggregate(state, UnitEvolution.Evolve), terms, now)]);
    }

    /// <summary>
    /// What a wake would have done by now, reminders excepted. A command that comes first finds the duties open and dated:
    /// nobody is told that a month has not begun because the actor slept, or that a paper changed what was dated by it.
    /// </summary>
    private static List<UnitEvent> CatchUp(UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        var revised = DateRules.Revised(state, terms, now).ToList();
        return [.. revised, .. OpeningRules.Due(revised.Aggregate(state, UnitEvolution.Evolve), terms, now), .. MemberRules.Due(state, now)];
    }

    private static Decision<UnitEvent> DecideBegun(UnitState state, UnitCommand command, UnitTerms terms, DateTimeOffset now) =>
        command switch
        {
            UnitCommand.NameSeat c => SeatRules.Name(state, c, terms, now),
            UnitCommand.EndSeat c => SeatRules.End(state, c, now),
            UnitCommand.ProposeMember c => MemberRules.Propose(state, c, now),
            UnitCommand.WithdrawMember c => MemberRules.Withdraw(state, c),
            UnitCommand.DecideMember c => MemberRules.Decide(state, c, now),
            UnitCommand.MarkAbsent c => SeatRules.MarkAbsent(state, c),
            UnitCommand.Submit c => WithDuty(state, c.Duty, terms, d => SubmittingRules.Submit(state, d, c, terms, now)),
            UnitCommand.Accept c => WithDuty(state, c.Duty, terms, d => ReviewRules.RefuseSupervised(d, c.Source) is { } refusal ? refusal : ReviewRules.Accept(d, c, now)),
            UnitCommand.Return c => WithDuty(state, c.Duty, terms, d => ReviewRules.RefuseSupervised(d, c.Source) is { } refusal ? refusal : ReviewRules.Return(state, d, c, terms, now)),
            UnitCommand.BeginReview c => WithDuty(state, c.Duty, terms, d => ReviewRules.RefuseSupervised(d, null) is { } refusal ? refusal : WithdrawingRules.BeginReview(d, c)),
            UnitCommand.Withdraw c => WithDuty(state, c.Duty, terms, d => WithdrawingRules.Withdraw(d, c, terms, now)),
            UnitCommand.Waive c => WithDuty(state, c.Duty, terms, d => ReviewRules.RefuseSupervised(d, null) is { } refusal ? refusal : ReviewRules.Waive(d, c, terms, now)),
            UnitCommand.AskExtension c => WithDuty(state, c.Duty, terms, d => DateRules.AskExtension(d, c, now)),
            UnitCommand.DecideExtension c => WithDuty(state, c.Duty, terms, d => DateRules.DecideExtension(d, c, terms, now)),
            UnitCommand.MoveDue c => WithDuty(state, c.Duty, terms, d => DateRules.Move(d, c, terms, now)),
            UnitCommand.Urge c => WithDuty(state, c.Duty, terms, d => SubmittingRules.Urge(state, d, c, terms, now)),
            UnitCommand.Assign c => OpeningRules.Assign(state, c, terms, now),
            UnitCommand.ConfirmReceipt c => Confirm(state, c),
            // Catching up has revised the dates already.
            UnitCommand.AdoptCalendar => Decision<UnitEvent>.Nothing,
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };

    private static Decision<UnitEvent> WithDuty(UnitState state, DutyId id, UnitTerms terms, Func<OpenDuty, Decision<UnitEvent>> decide)
    {
        if (state.Find(id) is { } open)
        {
            return decide(terms.Of(state, open));
        }

        if (terms.Find(id) is not { } planned)
        {
            return new Refusal(terms.IsOfOthers(id) ? "obligation.not-owed" : "obligation.unknown", id.Value, terms.Unit.Name);
        }

        return terms.ToOpen(state).Contains(planned)
            ? new Refusal("obligation.not-open-yet", planned.Title, $"{planned.OpensOn:yyyy-MM-dd}")
            : new Refusal("obligation.closed", planned.Title);
    }

    private static Decision<UnitEvent> Confirm(UnitState state, UnitCommand.ConfirmReceipt command) =>
        state.AwaitedReceipts.Contains(command.Paper)
            ? Decision<UnitEvent>.Keep(new UnitEvent.ReceiptConfirmed(command.Paper))
            : new Refusal("receipt.not-awaited", command.Paper);
}
