using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Api.Onboarding;

/// <summary>Why one of several things was not done, in the caller's language.</summary>
/// <param name="Code">Stable; programs may rely on it.</param>
internal sealed record RefusalView(string Code, string Title, string Detail)
{
    internal static RefusalView? Of(Refusal? refusal, Language language) =>
        refusal is null ? null : new(refusal.Code, RefusalWords.Say(refusal, language).Title, RefusalWords.Say(refusal, language).Detail);
}

/// <summary>A unit's link, just made.</summary>
/// <param name="Link">Its id, by which it is withdrawn.</param>
/// <param name="Address">To be printed or copied; shown now and never again.</param>
internal sealed record MadeUnitLinkView(string Link, string Unit, string Name, string Address, DateTimeOffset ExpiresAt)
{
    internal static MadeUnitLinkView Of(MadeUnitLink made, string baseAddress) => new(made.Link, made.Unit, made.Name, LinkAddress.Join(baseAddress, made.Token), made.ExpiresAt);
}

/// <summary>Links that were made.</summary>
internal sealed record MadeUnitLinksView(IReadOnlyList<MadeUnitLinkView> Links);

/// <summary>What became of a seat that was named.</summary>
/// <param name="InForce">False while it is on its way, which the server sees to, or when the roster did not take it.</param>
/// <param name="Refusal">Why the roster did not take it.</param>
internal sealed record NamedSeatView(SeatKind Seat, string Holder, bool InForce, RefusalView? Refusal);

/// <summary>The unit's word was taken; the link is used.</summary>
internal sealed record NamedByLinkView(string Unit, string Name, IReadOnlyList<NamedSeatView> Seats)
{
    internal static NamedByLinkView Of(NamedAnswer answer, Language language) =>
        new(answer.Unit, answer.Name, [.. answer.Seats.Select(s => new NamedSeatView(s.Seat, s.Holder, s.InForce, RefusalView.Of(s.Refusal, language)))]);
}

/// <summary>What became of one confirmation.</summary>
/// <param name="NewAccount">False when the person had an account already.</param>
/// <param name="Slip">To be printed; null when the account is in use already, or when it was refused.</param>
internal sealed record ConfirmedView(string Nomination, string? Login, bool NewAccount, ActivationSlip? Slip, RefusalView? Refusal);

/// <summary>What became of each confirmation.</summary>
internal sealed record ConfirmationView(int Confirmed, int Refused, IReadOnlyList<ConfirmedView> Nominations)
{
    internal static ConfirmationView Of(IReadOnlyList<ConfirmAnswer> answers, Language language) => new(
        answers.Count(a => a.Refusal is null), answers.Count(a => a.Refusal is not null),
        [.. answers.Select(a => new ConfirmedView(a.Nomination, a.Login, a.NewAccount, a.Slip, RefusalView.Of(a.Refusal, language)))]);
}

/// <summary>A contact is a nomination now.</summary>
internal sealed record EnteredContactView(string Nomination);

/// <summary>What became of one row of a list.</summary>
/// <param name="Row">Its number in the sheet, as a spreadsheet counts.</param>
/// <param name="Unit">The unit's id, or what the row says.</param>
/// <param name="Nomination">What it became; null when it was refused.</param>
internal sealed record ContactRowView(int Row, string Unit, SeatKind? Seat, string Holder, string? Nomination, RefusalView? Refusal);

/// <summary>What became of a list, row by row.</summary>
internal sealed record ContactListView(int Taken, int Refused, IReadOnlyList<ContactRowView> Rows)
{
    internal static ContactListView Of(ContactListAnswer answer, Language language) =>
        new(answer.Taken, answer.Refused, [.. answer.Rows.Select(r => new ContactRowView(r.Row, r.Unit, r.Seat, r.Holder, r.Nomination, RefusalView.Of(r.Refusal, language)))]);
}
