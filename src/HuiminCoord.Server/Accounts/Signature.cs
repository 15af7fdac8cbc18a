namespace HuiminCoord.Server.Accounts;

/// <summary>Who asked, as the audit keeps it: the seat, and the account that sat in it.</summary>
/// <param name="Seat">The seat, or what else acted: <c>clock</c> never stands here, it is null.</param>
/// <param name="Login">The account's login name; null when nobody was signed in, as in a rehearsal's script.</param>
internal sealed record Signature(string? Seat, string? Login)
{
    /// <summary>Reads what <see cref="Asker.Signature"/> wrote.</summary>
    internal static Signature Of(string? text) => (text ?? "").Split(Asker.Sign, 2) switch
    {
        [""] => new(null, null),
        [var seat, var login] => new(seat, login),
        [var seat] => new(seat, null),
        _ => throw new InvalidOperationException("Split in at most two."),
    };
}
