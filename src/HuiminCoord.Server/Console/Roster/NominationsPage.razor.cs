using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Primitives;

namespace HuiminCoord.Server.Console.Roster;

/// <summary>What units and lists say about people, for the office: it confirms, and accounts follow, or it refuses with a reason.</summary>
public sealed partial class NominationsPage : FormPage
{
    [Inject]
    private Nominations Nominations { get; set; } = null!;

    [Inject]
    private Confirming Confirming { get; set; } = null!;

    [Inject]
    private CampaignPlans Plans { get; set; } = null!;

    [Inject]
    private LinkAddress Address { get; set; } = null!;

    private IReadOnlyList<NominationEntry> Waiting { get; set; } = [];

    private IReadOnlyList<NominationEntry> Decided { get; set; } = [];

    private IReadOnlyList<(NominationEntry Entry, ConfirmAnswer Answer)> Answers { get; set; } = [];

    /// <summary>Whose nomination was refused just now.</summary>
    private string? Refusing { get; set; }

    private IReadOnlyList<string> Chosen { get; set; } = [];

    private Dictionary<string, string> Logins { get; set; } = [];

    private IEnumerable<ActivationSlip> Papers => Answers.Select(a => a.Answer.Slip).OfType<ActivationSlip>();

    private string Campaign => Visitor.Asker.Campaign;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        if (await Plans.IsIssued(Campaign, Visitor.Gone))
        {
            Waiting = await Nominations.List(Campaign, false, Visitor.Gone);
            Decided = await Nominations.List(Campaign, true, Visitor.Gone);
        }
    }

    private Task Confirm() => Try("confirmNominations", async () =>
    {
        var form = Visitor.Http.Request.Form;
        var wanted = Waiting.Where(n => Has(form["Nominations"], n.Nomination)).ToList();
        Logins = Waiting.ToDictionary(n => n.Nomination, n => form[$"Login.{n.Nomination}"].ToString().Trim().ToLowerInvariant());
        var wishes = wanted.Select(n => new ConfirmWish(n.Nomination, n.ProposedLogin is null || Logins[n.Nomination].Length == 0 ? null : Logins[n.Nomination])).ToList();
        var answers = await Confirming.Confirm(Campaign, wishes, Visitor.Asker, Address.Of(Visitor.Http.Request), Words.Language, Visitor.Gone);
        Answers = [.. wanted.Zip(answers)];
        Chosen = [.. answers.Where(a => a.Refusal is not null).Select(a => a.Nomination)];
        await Load();
    });

    private Task Refuse() => Try("refuseNomination", async () =>
    {
        var form = Visitor.Http.Request.Form;
        var entry = Waiting.FirstOrDefault(n => n.Nomination == form["Refuse"]);
        await Nominations.Refuse(Campaign, form["Refuse"].ToString(), form[$"Reason.{entry?.Nomination}"].ToString().Trim(), Visitor.Asker, Visitor.Gone);
        Refusing = entry is null ? null : $"{entry.Name} · {entry.Holder}";
        await Load();
    });

    private static bool Has(StringValues values, string value) => values.Contains(value);
}
