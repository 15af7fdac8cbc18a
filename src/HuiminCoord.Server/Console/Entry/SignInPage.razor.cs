using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>Signing in with password and, where one is set up, a code. It always opens a new session.</summary>
public sealed partial class SignInPage : FormPage
{
    [Inject]
    private SigningIn SigningIn { get; set; } = null!;

    [Inject]
    private SessionBook Sessions { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm? Form { get; set; }

    [SupplyParameterFromQuery(Name = "back")]
    private string? Back { get; set; }

    /// <summary>Why the identity provider did not let somebody in.</summary>
    [SupplyParameterFromQuery(Name = "external")]
    private string? FromExternal { get; set; }

    /// <summary>Beside passwords; null where there is none.</summary>
    private ExternalSettings? External => Services.GetService<ExternalSettings>();

    /// <summary>Why somebody finds themselves here.</summary>
    private string? Notice =>
        Refused is not null ? null
        : FromExternal is "refused" or "unreachable" ? Words[$"signIn.external.{FromExternal}"]
        : LocalPath.Of(Back) is null ? null
        : SessionCookie.IsShown(Visitor.Http.Request) ? Words["signIn.ended"]
        : Words["signIn.needed"];

    private string OfficePhone { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form ??= new SignInForm();
        OfficePhone = (await Visitor.Plan())?.Settings.OfficePhone ?? "";
    }

    private Task Submit() => Try(async () =>
    {
        var wish = new SignInWish(Form!.Login ?? "", Form.Password ?? "", Form.Code);
        var signed = await SigningIn.Open(wish, SessionKind.Console, Visitor.Client, Visitor.Gone);
        if (await AccessGate.Who(Visitor.Http, Sessions) is { } earlier)
        {
            await Sessions.Revoke(earlier.Session, Visitor.Gone);
        }

        SessionCookie.Set(Visitor.Http, signed.Token);
        Go(After(signed, Back));
    });

    /// <summary>Where somebody goes who is in: whoever has several seats sees them first.</summary>
    internal static string After(SignedIn signed, string? back) =>
        signed.Seats.Count > 1 ? $"/seats?back={Uri.EscapeDataString(LocalPath.Of(back) ?? "/")}" : LocalPath.Of(back) ?? "/";

    /// <summary>What is typed.</summary>
    private sealed class SignInForm
    {
        public string? Login { get; set; }

        public string? Password { get; set; }

        public string? Code { get; set; }
    }
}
