using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>Whoever has an activation slip sets password and second factor.</summary>
public sealed partial class ActivatePage : FormPage
{
    /// <summary>Of the link on the slip.</summary>
    [Parameter]
    public string Token { get; set; } = "";

    [Inject]
    private Activation Activation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "activate")]
    private ActivationForm? Form { get; set; }

    private ActivationOffer? Offer { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form ??= new ActivationForm();
        Offer = await Activation.Look(Token, Visitor.Gone);
    }

    private protected override string? FieldOf(Refusal refusal) => refusal.Code switch
    {
        "password.common" or "password.too-long" or "password.too-short" => "Password",
        "password.repeated-otherwise" => "Again",
        "factor.code-needed" or "factor.code-wrong" => "Code",
        _ => null,
    };

    private Task Submit() => Try(async () =>
    {
        if (Form!.Password != Form.Again)
        {
            throw new RefusedException(new Refusal("password.repeated-otherwise"));
        }

        await Activation.Finish(Token, Form.Password ?? "", Form.Code, Visitor.Gone);
        Go("/activated");
    });

    /// <summary>The key in groups of four, as people type it.</summary>
    private static string Groups(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    /// <summary>What is typed.</summary>
    private sealed class ActivationForm
    {
        public string? Password { get; set; }

        public string? Again { get; set; }

        public string? Code { get; set; }
    }
}
