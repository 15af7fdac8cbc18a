using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A login name and a person's name, as they are typed.</summary>
internal sealed class PersonForm
{
    private const int LongestName = 40;

    public string? Login { get; set; }

    public string? Name { get; set; }

    /// <summary>The field that a refusal is about.</summary>
    internal static string? FieldOf(Refusal refusal) => refusal.Code switch
    {
        "account.login-malformed" or "account.login-taken" => "Login",
        "account.name-needed" => "Name",
        _ => null,
    };

    /// <summary>What was typed, without blanks around it; login names are written small.</summary>
    /// <exception cref="RefusedException"><c>account.name-needed</c>.</exception>
    internal (string Login, string Name) Read()
    {
        var (login, name) = ((Login ?? "").Trim().ToLowerInvariant(), (Name ?? "").Trim());
        return name.Length is > 0 and <= LongestName && !name.Any(char.IsControl) ? (login, name) : throw new RefusedException(new Refusal("account.name-needed", $"{LongestName}"));
    }
}
