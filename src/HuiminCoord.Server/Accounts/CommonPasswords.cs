using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace HuiminCoord.Server.Accounts;

/// <summary>Refuses passwords that guessers try first, and those that are made of the login name.</summary>
public sealed class CommonPasswords : IPasswordValidator<Account>
{
    /// <summary>Why: the description of the error is this code.</summary>
    internal const string Code = "password.common";

    /// <summary>A password that contains the login name is guessed with it.</summary>
    private const int ShortestName = 4;

    private static readonly FrozenSet<string> Listed = Read();

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var text = (password ?? "").ToLowerInvariant();
        var common = Listed.Contains(text) || IsMonotonous(text) || (user.UserName is { Length: >= ShortestName } name && text.Contains(name, StringComparison.Ordinal));
        return Task.FromResult(common ? IdentityResult.Failed(new IdentityError { Code = Code, Description = Code }) : IdentityResult.Success);
    }

    /// <summary>1111111111, abababab12 and the like: three different signs or fewer, or one run of neighbours.</summary>
    private static bool IsMonotonous(string text) =>
        text.Distinct().Count() <= 3 || text.Zip(text.Skip(1), (a, b) => b - a).Distinct().Take(2).Count() == 1;

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream($"{typeof(CommonPasswords).Namespace}.common-passwords.txt")
            ?? throw new InvalidOperationException("The program was built without its list of common passwords.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').ToFrozenSet(StringComparer.Ordinal);
    }
}
