using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Administration;

/// <summary>Accounts, for system administrators: issuing them, a new slip, closing and opening again.</summary>
public sealed partial class AccountsPage : FormPage
{
    private const int Size = 50;

    [Inject]
    private AccountBook Book { get; set; } = null!;

    [Inject]
    private Issuing Issuing { get; set; } = null!;

    [Inject]
    private Slips Slips { get; set; } = null!;

    [Inject]
    private LinkAddress Address { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    [SupplyParameterFromForm(FormName = "issue")]
    private PersonForm? Person { get; set; }

    [SupplyParameterFromForm(FormName = "act")]
    private AccountAct? Act { get; set; }

    private AccountPage Accounts { get; set; } = new([], null);

    /// <summary>To be printed now: it cannot be shown again.</summary>
    private ActivationSlip? Slip { get; set; }

    private string? Closed { get; set; }

    private string? Opened { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync()
    {
        (Person, Act) = (Person ?? new PersonForm(), Act ?? new AccountAct());
        return Load();
    }

    private protected override string? FieldOf(Refusal refusal) => PersonForm.FieldOf(refusal);

    private async Task Load() => Accounts = await Book.List(new AccountFilter(Text is { Length: <= 60 } ? Text : null, Size, After), Visitor.Gone);

    private Task Issue() => Try("issueAccount", async () =>
    {
        var person = Person!.Read();
        Slip = await SlipOf(await Issuing.Issue(person.Login, person.Name, Visitor.Asker.Login, Visitor.Gone));
        Person = new PersonForm();
        await Load();
    });

    private Task Do() => Try(async () =>
    {
        var by = Visitor.Asker.Login;
        switch (Act)
        {
            case { Renew: { } login }:
                Visitor.Require("renewSlip");
                Slip = await SlipOf(await Issuing.Renew(login, by, Visitor.Gone));
                break;
            case { Close: { } login }:
                Visitor.Require("closeAccount");
                await Issuing.Close(login, true, by, Visitor.Gone);
                Closed = login;
                break;
            case { Open: { } login }:
                Visitor.Require("openAccount");
                await Issuing.Close(login, false, by, Visitor.Gone);
                Opened = login;
                break;
        }

        await Load();
    });

    private Task<ActivationSlip> SlipOf(IssuedAccount issued) => Slips.Of(issued, Address.Of(Visitor.Http.Request), Words.Language, Visitor.Gone);

    /// <summary>Which button was pressed, for which login name.</summary>
    private sealed class AccountAct
    {
        public string? Renew { get; set; }

        public string? Close { get; set; }

        public string? Open { get; set; }
    }
}
