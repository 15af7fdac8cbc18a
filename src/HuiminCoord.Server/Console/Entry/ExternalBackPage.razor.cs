using System.Security.Claims;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>Where the identity provider sends people back to: opens a session, after a code where the account has a second factor that was not shown there.</summary>
public sealed partial class ExternalBackPage : FormPage
{
    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "external")]
    private ExternalForm? Form { get; set; }

    [SupplyParameterFromQuery(Name = "back")]
    private string? Back { get; set; }

    private bool AsksCode { get; set; }

    private ExternalSignIn? External => Services.GetService<ExternalSignIn>();

    /// <summary>The page's address, with the way back behind it.</summary>
    internal static string Address(string? back) => $"/external/back{Query(("back", back))}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Person() is not { } person)
        {
            Go("/sign-in");
        }
        else if (HttpMethods.IsGet(Visitor.Http.Request.Method))
        {
            Form ??= new ExternalForm();
            await Try(async () =>
            {
                AsksCode = await External!.AsksCode(person, Visitor.Gone);
                if (!AsksCode)
                {
                    await Enter(person);
                }
            });
        }
        else
        {
            AsksCode = true;
        }
    }

    private Task Submit() => Try(async () =>
    {
        if (await Person() is { } person)
        {
            await Enter(person);
        }
    });

    /// <summary>Whom the provider named a few minutes ago; null when it did not.</summary>
    private async Task<ClaimsPrincipal?> Person() => External is null ? null : (await Visitor.Http.AuthenticateAsync(ExternalSignIn.Between)).Principal;

    private async Task Enter(ClaimsPrincipal person)
    {
        var signed = await External!.Open(person, Form?.Code, Visitor.Client, Visitor.Gone);
        await Visitor.Http.SignOutAsync(ExternalSignIn.Between);
        SessionCookie.Set(Visitor.Http, signed.Token);
        Go(SignInPage.After(signed, Back));
    }

    /// <summary>What is typed.</summary>
    private sealed class ExternalForm
    {
        public string? Code { get; set; }
    }
}
