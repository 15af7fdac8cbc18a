using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Says where the rules and the reference model differ.</summary>
internal static class Comparison
{
    public static string? Difference(UnitState state, UnitTerms terms, Reference.History seen, ReferenceUnit model) =>
        Of(seen, model.History)
        ?? Differs("open", string.Join(' ', state.Open.Select(o => o.Id)), string.Join(' ', model.Open.Select(d => d.Id)))
        ?? model.Open.Select((duty, i) => Of(terms.Of(state, state.Open[i]), duty)).FirstOrDefault(d => d is not null)
        ?? Differs("changes", Text(state.Changes), Text(model.Changes))
        ?? Differs("receipts", string.Join(' ', state.AwaitedReceipts), string.Join(' ', model.AwaitedReceipts))
        ?? Differs("member", Text(state.Member), Text(model))
        ?? Enum.GetValues<SeatKind>().Select(k => Differs(k.ToString(), Seat(state.SeatOf(k)), model.Seats.GetValueOrDefault(k))).FirstOrDefault(d => d is not null);

    private static string? Of(Reference.History seen, Reference.History model) =>
        Lists("opened", seen.Opened, model.Opened) ?? Lists("reports", seen.Reports, model.Reports) ?? Lists("closed", seen.Closed, model.Closed)
        ?? Lists("steps", seen.Steps, model.Steps) ?? Lists("tellings", seen.Tellings, model.Tellings)
        ?? Lists("at once", seen.AtOnce, model.AtOnce) ?? Lists("revisions", seen.Revisions, model.Revisions)
        ?? Lists("amendments", seen.Amendments, model.Amendments) ?? Lists("reviews", seen.Reviews, model.Reviews) ?? Lists("withdrawals", seen.Withdrawals, model.Withdrawals);

    private static string? Of(OpenDuty rules, ReferenceDuty model)
    {
        foreach (var part in model.PartIds)
        {
            if ((int)rules.Stage(part) != (int)model.Parts[part])
            {
                return $"{model.Id}/{part}: rules {rules.Stage(part)}, model {model.Parts[part]}";
            }
        }

        var kept = rules.Kept;
        return Differs($"{model.Id} dates", (rules.Due, Shanghai.Of(rules.Since), rules.EnteredLate), (model.Due, model.Since, model.EnteredLate))
            ?? Differs($"{model.Id} facts", (kept.ExtensionAsked, kept.Extensions + kept.Replans, kept.Returns, rules.CorrectionDue, kept.UrgedOn, rules.Reported), (model.Asked, model.Grants, model.Returns, model.CorrectionDue, model.UrgedOn, model.Reported))
            ?? Differs($"{model.Id} is judged by", rules.JudgedAt is { } at ? Shanghai.Of(at) : null, model.JudgedAt)
            ?? Differs($"{model.Id} under review", string.Join(' ', kept.UnderReview), string.Join(' ', model.UnderReview.Where(p => model.Parts.GetValueOrDefault(p) == Stage.Submitted).Order(StringComparer.Ordinal)))
            ?? Differs($"{model.Id} parts", string.Join(' ', rules.Terms.Parts), string.Join(' ', model.PartIds))
            ?? (model.Given.SetEquals(kept.Given.Text?.Split(' ') ?? []) ? null : $"{model.Id} given: rules {kept.Given.Text}, model {string.Join(' ', model.Given)}");
    }

    private static string? Lists<T>(string what, List<T> rules, List<T> model)
    {
        if (rules.SequenceEqual(model))
        {
            return null;
        }

        var at = Enumerable.Range(0, Math.Min(rules.Count, model.Count)).FirstOrDefault(i => !rules[i]!.Equals(model[i]), Math.Min(rules.Count, model.Count));
        return $"{what}[{at}]: rules {(at < rules.Count ? rules[at]!.ToString() : "nothing")}, model {(at < model.Count ? model[at]!.ToString() : "nothing")}";
    }

    private static string? Differs<T>(string what, T rules, T model) =>
        EqualityComparer<T>.Default.Equals(rules, model) ? null : $"{what}: rules {rules?.ToString() ?? "nothing"}, model {model?.ToString() ?? "nothing"}";

    private static ReferenceSeat? Seat(Seat? seat) => seat is null ? null : new(
        seat.Holder, seat.From, seat.Until, seat is { AbsentFrom: { } from, AbsentUntil: { } until } ? (from, until) : null);

    private static string Text(MemberMatter? matter) => Text(
        matter?.Pending is { } p ? new(p.Holder, p.Title, p.Phone, p.From, p.Reason, p.ProposedOn) { Term = p.Agreed is { } t ? (t.From, t.Until, t.Basis) : null } : null,
        matter?.Answered is { } a ? new(a.Holder, a.Agreed, a.From, a.Until, a.Basis, a.On) : null);

    private static string Text(ReferenceUnit model) => Text(model.Proposal, model.Answer);

    private static string Text(ReferenceProposal? proposal, ReferenceAnswer? answer) => $"{proposal} {answer}";

    private static string Text(PendingChanges? changes) => changes is null ? "none" : $"{Shanghai.Of(changes.Since):s} {string.Join(' ', changes.Items.Order(StringComparer.Ordinal))}";

    private static string Text((DateTime Since, List<string> Items)? changes) =>
        changes is not { } c ? "none" : $"{c.Since:s} {string.Join(' ', c.Items.Order(StringComparer.Ordinal))}";
}
