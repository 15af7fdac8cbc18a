using System.Collections.Immutable;
using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>工作通报: it goes round as a draft with a time for objections, each of which is answered; then it is issued, and units sign for it.</summary>
internal static class BulletinRules
{
    /// <summary>Most objections to one bulletin.</summary>
    internal const int MostObjections = 60;

    internal static Decision<ConsolidationEvent> Circulate(ConsolidationState state, ConsolidationCommand.Circulate command, ConsolidationTerms terms, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        var until = command.Until ?? ObjectionTime.Until(state.Bulletin, terms.Rules, terms.Calendar, today);
        // What units were promised is not cut short by another round.
        var least = state.Bulletin?.ObjectionsUntil is { } promised && promised > today ? promised : today.AddDays(1);
        if (terms.Occurrence!.Duty.Kind != DutyKind.Monthly)
        {
            return new Refusal("bulletin.monthly-only");
        }

        return Issued(state) ?? (!terms.HasReports ? new Refusal("consolidation.no-reports")
            : until < least || until > today.AddDays(60) ? new Refusal("bulletin.until-out-of-range", Day(least), Day(today.AddDays(60)))
            : ConsolidationRules.Keep(
                state, KeptFor.Draft, "", terms, now, new ConsolidationEvent.BulletinCirculated((state.Bulletin?.Round ?? 0) + 1, state.Tables.Count + 1, until, now)));
    }

    internal static Decision<ConsolidationEvent> RaiseObjection(ConsolidationState state, ConsolidationCommand.RaiseObjection command, DateTimeOffset now)
    {
        if (state.Bulletin is not { } bulletin)
        {
            return new Refusal("bulletin.unknown");
        }

        // Sent twice, one objection is one.
        return bulletin.Objections.Any(o => o.Unit == command.Unit && o.Text == command.Text.Trim() && o.AnsweredAt is null) ? Decision<ConsolidationEvent>.Nothing
            : Issued(state) ?? (ChinaTime.DateOf(now) > bulletin.ObjectionsUntil ? new Refusal("bulletin.objections-over", Day(bulletin.ObjectionsUntil))
            : FreeText.Refuse(command.Text, "bulletin.text-needed") is { } refusal ? refusal
            : bulletin.Objections.Count >= MostObjections ? new Refusal("bulletin.too-many-objections", MostObjections.ToString(CultureInfo.InvariantCulture))
            : Decision<ConsolidationEvent>.Keep(new ConsolidationEvent.ObjectionMade(bulletin.Objections.Count + 1, command.Unit, command.Text.Trim(), now)));
    }

    internal static Decision<ConsolidationEvent> Answer(ConsolidationState state, ConsolidationCommand.AnswerObjection command, DateTimeOffset now) =>
        state.Bulletin?.Objections.Find(o => o.Number == command.Number) is not { } objection ? new Refusal("bulletin.objection-unknown")
        : objection.AnsweredAt is not null ? (objection.Answer == command.Answer.Trim() ? Decision<ConsolidationEvent>.Nothing : new Refusal("bulletin.objection-answered"))
        : FreeText.Refuse(command.Answer, "bulletin.text-needed") is { } refusal ? refusal
        : Decision<ConsolidationEvent>.Keep(new ConsolidationEvent.ObjectionAnswered(command.Number, command.Answer.Trim(), now));

    /// <summary>Not before the time for objections is over: they were promised it. And not over an objection that nobody answered.</summary>
    internal static Decision<ConsolidationEvent> Issue(ConsolidationState state, ConsolidationCommand.Issue command, ConsolidationTerms terms, DateTimeOffset now)
    {
        if (state.Bulletin is not { } bulletin)
        {
            return new Refusal("bulletin.not-circulated");
        }

        if (bulletin.Issued is not null)
        {
            return Decision<ConsolidationEvent>.Nothing;
        }

        return command.Seen != bulletin.Round ? new Refusal("bulletin.other-round", bulletin.Round.ToString(CultureInfo.InvariantCulture))
            : ChinaTime.DateOf(now) <= bulletin.ObjectionsUntil ? new Refusal("bulletin.objections-open", Day(bulletin.ObjectionsUntil))
            : bulletin.Unanswered > 0 ? new Refusal("bulletin.objections-unanswered", bulletin.Unanswered.ToString(CultureInfo.InvariantCulture))
            : ConsolidationRules.Keep(
                state, KeptFor.Issued, "", terms, now, new ConsolidationEvent.BulletinIssued(command.Issuer ?? terms.Rules.Issuer, state.Tables.Count + 1, now));
    }

    internal static Decision<ConsolidationEvent> TypeNumber(ConsolidationState state, ConsolidationCommand.TypeNumber command) =>
        state.Bulletin?.Issued is not { } issued ? new Refusal("bulletin.not-issued")
        : DocumentNumber.Read(command.Number) is not { } number ? new Refusal("bulletin.number-invalid")
        : issued.DocumentNumber == number ? Decision<ConsolidationEvent>.Nothing
        : Decision<ConsolidationEvent>.Keep(new ConsolidationEvent.NumberTyped(number));

    internal static Decision<ConsolidationEvent> Acknowledge(ConsolidationState state, ConsolidationCommand.Acknowledge command, DateTimeOffset now) =>
        state.Bulletin is null ? new Refusal("bulletin.unknown")
        : state.Bulletin.Issued is not { } issued ? new Refusal("bulletin.not-issued")
        : issued.Receipts.ContainsKey(command.Unit.Value) ? Decision<ConsolidationEvent>.Nothing
        : Decision<ConsolidationEvent>.Keep(new ConsolidationEvent.BulletinAcknowledged(command.Unit, now));

    internal static Bulletin? Evolve(Bulletin? bulletin, ConsolidationEvent @event) => @event switch
    {
        ConsolidationEvent.BulletinCirculated e => new Bulletin(e.Round, e.Table, e.ObjectionsUntil, e.At, bulletin?.Objections ?? [], null),
        ConsolidationEvent.ObjectionMade e => bulletin! with { Objections = bulletin.Objections.Add(new(e.Number, e.Unit, e.Text, e.At, "", null)) },
        ConsolidationEvent.ObjectionAnswered e => bulletin! with { Objections = bulletin.Objections.SetItem(e.Number - 1, bulletin.Objections[e.Number - 1] with { Answer = e.Answer, AnsweredAt = e.At }) },
        ConsolidationEvent.BulletinIssued e => bulletin! with
        {
            Issued = new(e.Issuer, e.Table, e.At, "", ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal)),
        },
        ConsolidationEvent.NumberTyped e => bulletin! with { Issued = bulletin.Issued! with { DocumentNumber = e.Number } },
        ConsolidationEvent.BulletinAcknowledged e => bulletin! with { Issued = bulletin.Issued! with { Receipts = bulletin.Issued.Receipts.SetItem(e.Unit.Value, e.At) } },
        _ => throw new InvalidOperationException($"Unknown event {@event.GetType().Name}."),
    };

    private static Refusal? Issued(ConsolidationState state) => state.Bulletin?.Issued is null ? null : new Refusal("bulletin.issued");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
