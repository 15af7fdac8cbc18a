using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>The first system administrator of an empty server, by the link in its log.</summary>
public sealed partial class SetUpPage : FormPage
{
    /// <summary>Of the link in the log.</summary>
    [Parameter]
    public string Token { get; set; } = "";

    [Inject]
    private SettingUp SettingUp { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "set-up")]
    private PersonForm? Form { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form ??= new PersonForm();
        await SettingUp.Look(Token, Visitor.Gone);
    }

    private protected override string? FieldOf(Refusal refusal) => PersonForm.FieldOf(refusal);

    /// <summary>Whoever set it up stands before the screen: no slip is printed, activation follows at once.</summary>
    private Task Submit() => Try(async () =>
    {
        var person = Form!.Read();
        var issued = await SettingUp.Finish(Token, person.Login, person.Name, Visitor.Gone);
        Go($"/activate/{issued.Token}");
    });
}
